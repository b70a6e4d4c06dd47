"""A basic group becomes a supergroup while notices are posted and answered in it."""

import asyncio

from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest
from drills.town import Town, town
from drills.zygote import Zygote
from storage import chats
from storage.database import Database

SPEED = 30.0
NOTICES = 4
LONGEST_WAIT = 0.3
PATIENCE_SECONDS = 20.0
TOLD_ANOTHER_WAY = 0.5
"""So often the two service messages come the other way round."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """A new group each time; the notices' cards are on their way while it changes."""
    lacks = ("pace", *order.without)
    whole = Outcome("every open notice has its card in the new group, once")
    counted = Outcome("an answer below it counts, and the board shows it")
    async with town(order.seed, without=lacks, speed=SPEED, units=4, zygote=zygote) as made:
        for _ in range(order.tries):
            await _try(made, whole, counted)
    return [whole, counted]


async def _try(made: Town, whole: Outcome, counted: Outcome) -> None:
    old = made.world.add_group(
        "旧群",
        [*made.staff, *made.liaisons],
        made.staff,
        "group",
        bot="administrator",
    ).id
    await _meet(made, old)
    ids = await open_notices(made, NOTICES, old)
    bot = await made.start()
    await asyncio.sleep(made.dice.uniform(0, LONGEST_WAIT))
    if made.dice.random() < TOLD_ANOTHER_WAY:
        made.simulator.faults.add("reorder", times=1)
    new = made.world.upgrade(old)
    await at_rest(made, PATIENCE_SECONDS)
    for notice in ids:
        await _look(made, notice, new, whole, counted)
    made.simulator.faults.remove()
    await bot.end()


async def _meet(made: Town, group: int) -> None:
    async with Database(made.database) as db:
        await db.write(lambda connection: chats.meet(connection, group, "旧群"))


async def _look(made: Town, notice: int, new: int, whole: Outcome, counted: Outcome) -> None:
    whole.tries += 1
    number = made.ask("SELECT number FROM notices WHERE id = ?", notice)[0][0]
    cards = [one for one in made.bots_messages(new) if f"通知 {number} 号" in one.get("text", "")]
    if len(cards) != 1:
        states = made.ask("SELECT chat_id, state FROM deliveries WHERE subject_id = ?", notice)
        whole.violations.append(f"notice {number}: {len(cards)} cards, {states}")
        return
    counted.tries += 1
    card, person = cards[0], made.dice.choice(list(made.liaisons))
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    made.world.press(person, new, card["message_id"], data)
    if not await made.until(
        lambda: "1/4" in _text(made, new, card["message_id"]), PATIENCE_SECONDS
    ):
        shown = _text(made, new, card["message_id"])[-40:]
        counted.violations.append(f"notice {number}: {shown!r}")


def _text(made: Town, chat: int, message: int) -> str:
    return str(made.world.message(chat, message).get("text"))


DRILL = Drill("migrate-group", "a group becomes a supergroup under way", run, 10)
