"""A world to begin with: people and groups out of a JSON file."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from simulator.http.asked import Body, call
from simulator.world import World
from simulator.world.refusal import bad

ABSENT = {"bot": "absent"}


def read(path: Path) -> Body:
    """The file's object. Raises Refusal."""
    try:
        plan = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise bad(f"it cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise bad(f"it is no JSON: {error}") from error
    if not isinstance(plan, dict):
        raise bad("it is no JSON object")
    return plan


def found(world: World, plan: Body) -> None:
    """Everybody, then the groups. Raises Refusal."""
    call(partial(_found, world), plan)


def _found(world: World, people: Sequence[Body] = (), groups: Sequence[Body] = ()) -> None:
    for person in people:
        call(world.add_person, person)
    for group in groups:
        _group(world, group)


def _group(world: World, group: Body) -> None:
    """The bot is brought in last, by the first administrator, so that it hears of it."""
    bot = group.get("bot", "administrator")
    chat = call(world.add_group, group | ABSENT)
    if bot == "absent":
        return
    administrators = group.get("administrators")
    if not administrators:
        raise bad(f'"{chat.title}" needs an administrator, who brings the bot in')
    world.add_bot(administrators[0], chat.id, administrator=bot == "administrator")
