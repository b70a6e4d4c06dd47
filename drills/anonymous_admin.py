"""Administrators who write anonymously, and others who press the button that asks who it was."""

from drills.outcomes import Drill, Order, Outcome
from drills.town import Town, town
from drills.zygote import Zygote

SPEED = 20.0
ASKS = "confirm"


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Each command is confirmed by members first, then twice by staff."""
    nothing = Outcome("nothing is done before staff confirm it")
    named = Outcome("it is done once, in the name of the one who confirmed")
    clear = Outcome("each press has a clear answer")
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        made.world.rules.stale_callbacks = False  # an answer counts, however busy the machine is
        bot = await made.start()
        for number in range(order.tries):
            await _try(made, f"请确认第{number}件事", (nothing, named, clear))
        await bot.end()
    return [nothing, named, clear]


async def _try(made: Town, text: str, outcomes: tuple[Outcome, Outcome, Outcome]) -> None:
    nothing, named, clear = outcomes
    for outcome in outcomes:
        outcome.tries += 1
    writer, presser = made.dice.sample(made.staff, 2)
    made.world.say(writer, made.group, f"/notice {text}", anonymous=True)
    if not await made.until(lambda: _question(made) is not None):
        clear.violations.append(f"{text}: nobody was asked")
        return
    message, data = _question(made) or (0, "")
    stranger = made.dice.choice([*made.members, *made.liaisons])
    toasts = [await _press(made, stranger, message, data)]
    if _drafts(made, text):
        nothing.violations.append(text)
    toasts += [await _press(made, presser, message, data) for _ in range(2)]
    await made.calm()
    if _drafts(made, text) != [(presser,)]:
        named.violations.append(f"{text}: {_drafts(made, text)} instead of {presser}")
    if not toasts[0] or not toasts[2]:
        clear.violations.append(f"{text}: {toasts}")


def _question(made: Town) -> tuple[int, str] | None:
    """The newest one that is still open: its message, and its button's data."""
    for one in reversed(made.bots_messages(made.group)):
        for row in one.get("reply_markup", {}).get("inline_keyboard", []):
            for key in row:
                if str(key.get("callback_data", "")).startswith(ASKS):
                    return one["message_id"], key["callback_data"]
    return None


async def _press(made: Town, person: int, message: int, data: str) -> str:
    query = made.world.press(person, made.group, message, data)
    await made.until(lambda: made.world.answer(query) is not None)
    answer = made.world.answer(query)
    return str(answer.get("text", "")) if answer else ""


def _drafts(made: Town, text: str) -> list[tuple[int]]:
    return made.ask("SELECT author_id FROM notices WHERE text = ?", text)


DRILL = Drill("anonymous-admin", "anonymous commands, confirmed by others and twice", run, 10)
