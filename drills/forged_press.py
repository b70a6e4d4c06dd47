"""Presses that no button of ours bears: bytes of every kind, others' ids, on any message."""

import sqlite3
from contextlib import closing
from typing import Any

from commands import FEATURES
from commands.kit import Role
from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, lines, started
from drills.town import Town, town
from drills.zygote import Zygote
from storage import drafts
from storage.database import Database

SPEED = 20.0
SOON = 10.0
AT_ONCE = 10
LONGEST_DATA = 64
"""Bytes, by the Bot API; the simulator lets any come."""
PRESSES = [press for feature in FEATURES for press in feature.presses]
OWN_WISH = "people.language"
"""What everybody may do for oneself."""
ODD = "\0\u200b\u202e\ud83d\ude00:-+.,%{}<>&'\"\\/0123456789陈ｷ\u0660\u0661é\n \t"
NUMBERS = (0, 1, 2, -1, 2**31, 2**52, 2**53, 2**63, 10**19, 9**40)
DRAFT = 3
"""Behind two notices that are open."""
KEPT = (
    "SELECT id, number, state, chat_id, decided_by FROM notices ORDER BY id",
    "SELECT * FROM answers ORDER BY 1, 2",
    "SELECT person_id, organisation_id FROM liaisons ORDER BY 1, 2",
    "SELECT id, is_staff FROM people ORDER BY id",
    "SELECT id, language, is_joined FROM chats ORDER BY id",
    "SELECT * FROM jobs ORDER BY 1",
    "SELECT count(*) FROM invitations",
    "SELECT count(*) FROM activities",
    "SELECT kind, subject_id, chat_id FROM deliveries ORDER BY id",
)
"""What strangers cannot change by any press."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Members press, who may do nothing of it; liaisons press what is for staff."""
    nothing = Outcome("nothing is done by a forged press")
    clear = Outcome("each forged press is answered; who may not is told so")
    calm = Outcome("no fault in the log, no traceback", order.tries)
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=3, zygote=zygote) as made:
        await _notices(made)
        bot = await started(made)
        await at_rest(made)
        for at in range(0, order.tries, AT_ONCE):
            await _try(made, min(AT_ONCE, order.tries - at), nothing, clear)
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


async def _try(made: Town, count: int, nothing: Outcome, clear: Outcome) -> None:
    before = _kept(made)
    pressed = [_press(made) for _ in range(count)]
    await made.until(lambda: all(made.world.answer(query) for query, _, _ in pressed), SOON)
    await at_rest(made)
    nothing.tries += count
    if _kept(made) != before:
        nothing.violations.append(f"one of {[data for _, data, _ in pressed]}")
    for query, data, is_told in pressed:
        clear.tries += 1
        answer = made.world.answer(query)
        if answer is None or (is_told and not answer.get("text")):
            clear.violations.append(f"{data!r}: {answer}")


def _kept(made: Town) -> list[list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(f"{made.database.as_uri()}?mode=ro", uri=True)) as file:
        return [file.execute(question).fetchall() for question in KEPT]


def _press(made: Town) -> tuple[str, str, bool]:
    """The query, its data, and whether only a sentence can answer it."""
    dice = made.dice
    kind = dice.choice(("bytes", "numbers", "staff", "aimed"))
    person = dice.choice(made.members)
    if kind == "bytes":
        data = "".join(dice.choice(ODD) for _ in range(dice.randint(1, LONGEST_DATA)))
    elif kind == "numbers":
        data = _of(made, dice.choice([one for one in PRESSES if one.name != OWN_WISH]).name)
    else:
        person = dice.choice([*made.members, *made.liaisons])
        staffs = [one for one in PRESSES if one.who is Role.STAFF]
        data = dice.choice(_aimed(made)) if kind == "aimed" else _of(made, dice.choice(staffs).name)
    data = data.encode(errors="replace").decode()
    return (
        made.world.press(person, made.group, _message(made, person), data),
        data,
        kind != "numbers",
    )


def _aimed(made: Town) -> list[str]:
    """Buttons that there are, or could be, on messages of staff."""
    liaison, organisation = made.dice.choice(list(made.liaisons.items()))
    return [
        f"notices.send:{DRAFT}:{made.group}",
        f"notices.discard:{DRAFT}",
        "notices.remind:1",
        "notices.remind_at:2",
        "people.group_language:1",
        f"people.remove_staff:{made.staff[1]}:1",
        f"people.remove_liaison:{liaison}:{organisation}:1",
        f"people.appoint:{made.members[0]}:{organisation}",
    ]


def _of(made: Town, name: str) -> str:
    """A button's name, with ids that there are and that there are not."""
    ids = (*NUMBERS, made.group, *made.staff, *made.liaisons, 3)
    numbers = [made.dice.choice(ids) for _ in range(made.dice.randint(0, 4))]
    return ":".join([name, *map(str, numbers)])


def _message(made: Town, person: int) -> int:
    """One of the bot's, one of the person's own, or one that is gone."""
    shown: list[dict[str, Any]] = made.bots_messages(made.group)
    kind = made.dice.choice(("bot's", "own", "gone"))
    if kind == "bot's" and shown:
        return int(made.dice.choice(shown)["message_id"])
    return made.world.say(person, made.group, "你好") if kind == "own" else 10**6


DRILL = Drill("forged-press", "bytes of every kind, others' ids, pressed on any message", run, 300)
