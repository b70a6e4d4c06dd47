"""Updates of every kind and none, each brought twice; and an ordinary question afterwards."""

import sqlite3
import time
from contextlib import closing
from typing import Any

from drills.outcomes import Drill, Order, Outcome
from drills.town import Town, town
from drills.zygote import Zygote

BATCH = 10
LONGEST_SECONDS = 2.0
STUCK_SECONDS = 20.0
FIRST_ID = 10_000_000
UNDERSTOOD = "not what the Bot API describes"
"""What the log says of an update that cannot be read: that is no fault of the program's."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Some at a time, so that it is seen how long they take."""
    from drills.oddities import Forms, updates  # noqa: PLC0415 - Hypothesis is not everywhere

    calm = Outcome("no fault in the log, no traceback")
    quick = Outcome(f"done within {LONGEST_SECONDS:.0f} s", is_timed=True)
    once = Outcome("brought twice, done once")
    lacks = ("pace", "manners", *order.without)
    making = town(order.seed, without=lacks, units=4, zygote=zygote)
    async with making as made:
        forms = Forms(_people(made), _chats(made), int(made.world.now()))
        odd = [
            {"update_id": FIRST_ID + n, **_marked(update, n)}
            for n, update in enumerate(updates(order.tries, order.seed, forms))
        ]
        bot = await made.start()
        await made.calm()
        for at in range(0, len(odd), BATCH):
            if not await _bring(made, odd[at : at + BATCH], quick):
                break
        answered = Outcome("an ordinary question is answered afterwards", 1)
        if not await _is_answered(made):
            answered.violations.append("no answer")
        await bot.end()
        calm.tries = once.tries = len(odd)
        calm.violations = _faults(made)
        once.violations = [
            f"{text[:40]!r}: {times} drafts"
            for text, times in made.ask(
                "SELECT text, count(*) FROM notices WHERE text LIKE '%[%]%'"
                " GROUP BY text HAVING count(*) > 1"
            )
        ]
        return [calm, quick, once, answered]


async def _bring(made: Town, batch: list[dict[str, Any]], quick: Outcome) -> bool:
    """Each twice; False when the bot takes no more."""
    began = time.monotonic()
    for update in [*batch, *batch[::-1]]:
        made.world.updates.bring(update)
    done = await made.until(lambda: _is_done(made), STUCK_SECONDS)
    took = time.monotonic() - began
    quick.tries += len(batch)
    if took > LONGEST_SECONDS:
        quick.violations.append(f"updates from {batch[0]['update_id']}: {took:.1f} s")
    return done


def _is_done(made: Town) -> bool:
    if made.world.updates.waiting:
        return False
    with closing(sqlite3.connect(f"file:{made.database}?mode=ro", uri=True)) as live:
        waits = "SELECT count(*) FROM inbox WHERE done_at IS NULL AND fault IS NULL"
        (count,) = live.execute(waits).fetchone()
        return bool(count == 0)


async def _is_answered(made: Town) -> bool:
    person = made.members[-1]
    before = len(made.bots_messages(person))
    made.world.say(person, person, "/notices")
    return await made.until(lambda: len(made.bots_messages(person)) > before, STUCK_SECONDS)


def _faults(made: Town) -> list[str]:
    lines = made.log.read_text(errors="replace").splitlines()
    return [
        line[:160]
        for line in lines
        if ("Fault" in line and UNDERSTOOD not in line) or line.startswith("Traceback")
    ]


def _marked(update: dict[str, Any], number: int) -> dict[str, Any]:
    """A notice has a mark of its own, so that one made twice would show."""
    message = update.get("message")
    if isinstance(message, dict) and str(message.get("text", "")).startswith("/notice 请"):
        marked = message | {"text": f"{str(message['text'])[:4000]} [{number}]"}
        return update | {"message": marked}
    return update


def _people(made: Town) -> list[dict[str, Any]]:
    who = [*made.staff, *made.liaisons, *made.members]
    return [made.world.person(one).user() for one in who]


def _chats(made: Town) -> list[dict[str, Any]]:
    group = {"id": made.group, "type": "supergroup", "title": "共建群"}
    own = [{"id": one, "type": "private", "first_name": "居民"} for one in made.members]
    return [group, *own, {"id": made.staff[0], "type": "private", "first_name": "干部"}]


DRILL = Drill("fuzz-updates", "updates of every kind and none, each brought twice", run, 1000)
