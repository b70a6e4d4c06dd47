"""Somebody asks something in private, and the drill sees whether and when an answer comes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from drills.town import Town
from drills.zygote import Bot

AT_WORK = "is at work"
WAITS = (
    "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL AND fault IS NULL)"
    " + (SELECT count(*) FROM photos WHERE state = 'waiting' AND activity_id IS NOT NULL)"
    " + (SELECT count(*) FROM deliveries"
    " WHERE state IN ('pending', 'sending') OR (state = 'sent' AND edit_owed))"
)


async def started(made: Town, **special: Any) -> Bot:  # noqa: ANN401 - what a `Spec` has
    """A bot that is at work, or has ended before."""
    made.log.touch()
    since = made.log.stat().st_size
    bot = await made.start(**special)
    await made.until(lambda: bot.ended.done() or lines(made, AT_WORK, since) > 0)
    return bot


def ask(made: Town) -> Callable[[], list[str]]:
    """A liaison asks who they are; returns what gives the texts that answered since."""
    person = made.dice.choice(list(made.liaisons))
    before = len(made.bots_messages(person))
    made.world.say(person, person, "/whoami")
    return lambda: [str(one.get("text")) for one in made.bots_messages(person)[before:]]


async def at_rest(made: Town, seconds: float = 60.0) -> bool:
    """Waits until nothing is owed to anybody; False: not in so many seconds of the machine's."""
    return await made.until(lambda: not waiting(made), seconds) and await made.calm()


def waiting(made: Town) -> int:
    """How many updates, photos and messages a living bot still has to see to.

    A file that a bot is just opening or closing cannot be read: then the bot itself is to be waited
    for.
    """
    uri = f"{made.database.as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as file:
            found: int = file.execute(WAITS).fetchone()[0]
    except sqlite3.OperationalError:
        found = 1
    return found + len(made.world.updates.waiting)


def lines(made: Town, words: str, since: int = 0) -> int:
    """How many lines of the bots' log have these words, from that byte on."""
    log = made.log.read_bytes()[since:].decode(errors="replace")
    return sum(words in line for line in log.splitlines())
