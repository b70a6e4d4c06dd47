"""Calls that take effect and then drop the connection."""

from collections import Counter

from drills.harm import Params, Roulette
from drills.outcomes import Drill, Order, Outcome
from drills.town import Town, town
from drills.zygote import Zygote
from storage import drafts
from storage.database import Database

SPEED = 20.0
SHARE = 0.05
STAFF = 40


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Drafts are kept, whose previews are owed to staff; a bot sends them over a bad line."""
    lacks = ("pace", *order.without)
    making = town(order.seed, without=lacks, speed=SPEED, staff=STAFF, units=1, zygote=zygote)
    async with making as made:
        await _draft(made, order.tries)
        dropped = Roulette(made.dice, "drop_after", SHARE, _is_preview)
        dropped.install(made.simulator.faults)
        bot = await made.start()
        await made.until(lambda: not made.owed(), seconds=60 + order.tries / 20)
        await made.calm()
        await bot.end()
        return _count(made, dropped)


def _is_preview(method: str, params: Params) -> bool:
    return method == "sendMessage" and "件事" in str(params.get("text"))


async def _draft(made: Town, count: int) -> None:
    now = made.now()
    async with Database(made.database) as db:
        for number in range(count):
            person = made.staff[number % len(made.staff)]
            await drafts.draft(
                db, f"第{number}件事", person, now, group_id=None, preview_to=person, reply_to=None
            )


def _count(made: Town, dropped: Roulette) -> list[Outcome]:
    once = Outcome("a message is shown once, or it is known that it may be missing")
    doubted = Outcome("a send whose answer was lost is in doubt, and is not sent again by itself")
    shown = Counter(_subject(one["text"]) for p in made.staff for one in made.bots_messages(p))
    states = dict(
        made.ask("SELECT n.text, d.state FROM deliveries d JOIN notices n ON n.id = d.subject_id")
    )
    for text, state in states.items():
        once.tries += 1
        if shown[text] > 1 or (shown[text] == 0 and state not in {"unknown", "failed"}):
            once.violations.append(f"{text}: {shown[text]} times, {state}")
    for _, params in dropped.hits:
        doubted.tries += 1
        text = _subject(str(params["text"]))
        if states[text] != "unknown":
            doubted.violations.append(f"{text}: {states[text]}")
    return [once, doubted]


def _subject(text: str) -> str:
    return next((line for line in text.splitlines() if line.endswith("件事")), "")


DRILL = Drill("ambiguous-send", "5 % of sends take effect, then the line drops", run, 1500)
