"""Presses that no button of ours bears: bytes of every kind, others' ids, on any message.

Every button of every feature is forged, so a new one is tried as soon as its feature has it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from typing import Any

from commands import FEATURES
from commands.kit import Press, Role
from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, lines, started
from drills.town import Town, town
from drills.zygote import Zygote
from storage import drafts
from storage.database import Database
from storage.tables import metadata

SPEED = 20.0
AT_ONCE = 20
LONGEST_DATA = 64
"""Bytes, by the Bot API; the simulator lets any come."""
PRESSES = [press for feature in FEATURES for press in feature.presses]
BYTES_EACH = 4
"""After so many buttons come bytes that are none."""
ODD = "\0\u200b\u202e\ud83d\ude00:-+.,%{}<>&'\"\\/0123456789陈ｷ\u0660\u0661é\n \t"
NUMBERS = (0, -1, 2**31, 2**52, 2**53, 2**63, 10**19, 9**40)
OPEN, DRAFT = 1, 3
"""The ids of notices: two are open, the third waits for staff. Organisations have such ids too."""
PASSING = {
    *("inbox", "menus", "parts", "pulses", "reads", "seen_files"),
    *("searches", "trail", "unindexed"),
    *("follows", "voices"),
}
"""What the bot writes by itself, or for everybody who presses, is no effect of a forged press: to
follow a column or to begin to say something is everybody's own."""
COLUMNS = {"deliveries": "kind, subject_id, chat_id", "people": "id, is_staff"}
"""Of these tables; of all others the whole."""
KEPT = {
    table.name: f"SELECT {COLUMNS.get(table.name, '*')} FROM {table.name} ORDER BY 1, 2"  # noqa: S608 - ours
    for table in metadata.sorted_tables
    if table.name not in PASSING
}
"""What strangers cannot change by any press."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Members press, who may do nothing of it; liaisons press what is for staff."""
    nothing = Outcome("nothing is done by a forged press")
    clear = Outcome("each forged press is answered; who may not is told so")
    calm = Outcome("no fault in the log, no traceback", order.tries)
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=3, zygote=zygote) as made:
        made.world.rules.stale_callbacks = False  # an answer counts, however busy the machine is
        await _notices(made)
        bot = await started(made)
        await at_rest(made)
        forged = islice(_forged(made), order.tries)
        while some := list(islice(forged, AT_ONCE)):
            await _try(made, some, nothing, clear)
        await bot.end()
        calm.violations = ["a fault"] * lines(made, "Fault") + ["one"] * lines(made, "Traceback")
    return [nothing, clear, calm]


async def _notices(made: Town) -> None:
    """Two that are open, and a draft that waits for staff."""
    await open_notices(made, 2)
    async with Database(made.database) as db:
        await drafts.draft(
            db,
            "请确认最后一件事",
            made.staff[0],
            made.now(),
            group_id=made.group,
            preview_to=made.group,
            reply_to=None,
        )


async def _try(
    made: Town, forged: list[tuple[int, str, bool]], nothing: Outcome, clear: Outcome
) -> None:
    before = _kept(made)
    pressed = [
        (made.world.press(person, made.group, _message(made, person), data), data, is_told)
        for person, data, is_told in forged
    ]
    await made.until(lambda: all(made.world.answer(query) for query, _, _ in pressed))
    await at_rest(made)
    after = _kept(made)
    nothing.tries += len(forged)
    if changed := [table for table in KEPT if before[table] != after[table]]:
        nothing.violations.append(f"{changed} by one of {[data for _, data, _ in pressed]}")
    for query, data, is_told in pressed:
        clear.tries += 1
        answer = made.world.answer(query)
        if answer is None or (is_told and not answer.get("text")):
            clear.violations.append(f"{data!r}: {answer}")


def _kept(made: Town) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(f"{made.database.as_uri()}?mode=ro", uri=True)) as file:
        return {table: file.execute(question).fetchall() for table, question in KEPT.items()}


def _forged(made: Town) -> Iterator[tuple[int, str, bool]]:
    """Who presses, the data, and whether only a sentence can answer it; without end.

    Round by round every button has its turn, in each round with other ids.
    """
    dice = made.dice
    presses = dice.sample(PRESSES, len(PRESSES))
    for turn in count():
        for place, press in enumerate(presses):
            aims = _aims(made)
            yield (
                _stranger(made, press),
                _data(press, aims[(place + turn) % len(aims)]),
                press.who > Role.MEMBER,
            )
            if place % BYTES_EACH == 0:
                odd = "".join(dice.choice(ODD) for _ in range(dice.randint(1, LONGEST_DATA)))
                yield dice.choice(made.members), odd.encode(errors="replace").decode(), True


def _stranger(made: Town, press: Press) -> int:
    """Who may not; what everybody may, somebody whom none of it concerns."""
    if press.who > Role.LIAISON:
        return made.dice.choice([*made.members, *made.liaisons])
    return made.dice.choice(made.members)


def _aims(made: Town) -> list[tuple[int, ...]]:
    """The ids that a button can bear: of what there is, of what there is not, and none."""
    dice = made.dice
    liaison, organisation = dice.choice(list(made.liaisons.items()))
    return [
        (OPEN, 1),
        (DRAFT, 1),
        (DRAFT, made.group),
        (made.staff[1], 1),
        (liaison, organisation, 1),
        (dice.choice(made.members), organisation),
        tuple(dice.choice(NUMBERS) for _ in range(dice.randint(0, 4))),
    ]


def _data(press: Press, ids: tuple[int, ...]) -> str:
    return ":".join([press.name, *map(str, ids)])


def _message(made: Town, person: int) -> int:
    """One of the bot's, one of the person's own, or one that is gone."""
    shown: list[dict[str, Any]] = made.bots_messages(made.group)
    kind = made.dice.choice(("bot's", "own", "gone"))
    if kind == "bot's" and shown:
        return int(made.dice.choice(shown)["message_id"])
    return made.world.say(person, made.group, "你好") if kind == "own" else 10**6


DRILL = Drill("forged-press", "bytes of every kind, others' ids, pressed on any message", run, 700)
