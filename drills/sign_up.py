"""Many sign up for a few places at once, while the bot is killed again and again."""

import asyncio
import signal
from collections import Counter
from itertools import count

from drills.notices import open_notices
from drills.outcomes import Drill, Order, Outcome
from drills.probes import at_rest, started
from drills.steps import STEPS
from drills.town import Message, Town, town
from drills.zygote import Zygote
from storage.audiences import EVERYBODY
from storage.notices import SIGN_UP

SPEED = 15.0
PEOPLE, PLACES = 120, 40
LONGEST_LIFE = 0.5
DEEPEST = 6
PACE = 0.004
"""Seconds of the machine's time between two presses."""
COMES, WAITS = "参加 1 人", "候补"
"""What a toast says to who comes, and to who has no place yet."""
QUEUE = (
    "SELECT person_id FROM answers WHERE notice_id = ? AND answer = 'come' ORDER BY queued_at, id"
)
Told = dict[int, list[str]]
"""Person -> the toasts that were shown."""


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Each try is a kill; everybody presses twice at least, and nobody leaves."""
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, members=PEOPLE, zygote=zygote) as made:
        made.world.rules.stale_callbacks = False  # who waited for the next start is told as well
        choices = {"form": SIGN_UP, "audience": EVERYBODY, "places": PLACES}
        (notice,) = await open_notices(made, 1, choices=choices)
        first = await started(made)
        await at_rest(made)
        await first.end()
        queries: dict[str, int] = {}
        pressing = asyncio.create_task(_press(made, notice, queries))
        killed = await _kill(made, order.tries)
        await pressing
        last = await started(made)
        rests = await at_rest(made, 600.0)
        await last.end()
        told = _told(made, queries)
        return [
            killed,
            _kept(made, notice, queries, rests=rests),
            _given_once(told),
            _in_order(made, notice, told),
            _shown(made),
        ]


async def _press(made: Town, notice: int, queries: dict[str, int]) -> None:
    """Everybody presses "I come", in any order, and then all of them once more."""
    card = _card(made)["message_id"]
    for _ in range(2):
        for person in made.dice.sample(made.members, PEOPLE):
            data = f"notices.come:{notice}:0"
            queries[made.world.press(person, made.group, card, data)] = person
            await asyncio.sleep(PACE)


def _card(made: Town) -> Message:
    (card,) = [one for one in made.bots_messages(made.group) if "📢" in str(one.get("text"))]
    return card


async def _kill(made: Town, times: int) -> Outcome:
    killed = Outcome("a bot ends by nothing but the kill")
    for _ in range(times):
        step = made.dice.choice((*STEPS, None))
        bot = await started(made, mine=(step, made.dice.randint(1, DEEPEST)) if step else None)
        await asyncio.wait((bot.ended,), timeout=made.dice.uniform(0.1, LONGEST_LIFE))
        code = await bot.end()
        killed.tries += 1
        if code != -signal.SIGKILL:
            killed.violations.append(f"it ended with {code}")
    return killed


def _told(made: Town, queries: dict[str, int]) -> Told:
    told: Told = {}
    for query, person in queries.items():
        text = str((made.world.answer(query) or {}).get("text", ""))
        if COMES in text:
            told.setdefault(person, []).append(text)
    return told


def _kept(made: Town, notice: int, queries: dict[str, int], *, rests: bool) -> Outcome:
    outcome = Outcome("every press is kept, and counts once", tries=len(queries))
    kept = Counter(one for (one,) in made.ask("SELECT person_id FROM changes"))
    comes = {one for (one,) in made.ask(QUEUE, notice)}
    outcome.violations = [
        f"person {one}: {kept[one]} times" for one in made.members if kept[one] != 1
    ]
    outcome.violations += [f"person {one} does not come" for one in {*made.members} - comes]
    (left,) = made.ask("SELECT count(*) FROM inbox WHERE done_at IS NULL")[0]
    if left or not rests:
        outcome.violations.append(f"{left} presses were not done with")
    return outcome


def _given_once(told: Told) -> Outcome:
    outcome = Outcome("no place is given twice", tries=len(told))
    seated = [one for one, toasts in told.items() if any(WAITS not in text for text in toasts)]
    if len(seated) > PLACES:
        outcome.violations.append(f"{len(seated)} people were told of {PLACES} places")
    return outcome


def _in_order(made: Town, notice: int, told: Told) -> Outcome:
    outcome = Outcome("who was told of a place has it, who was not waits behind")
    place = dict(zip((one for (one,) in made.ask(QUEUE, notice)), count(1), strict=False))
    for person, toasts in told.items():
        outcome.tries += len(toasts)
        has_place = place.get(person, PLACES + 1) <= PLACES
        if any((WAITS not in text) is not has_place for text in toasts):
            outcome.violations.append(f"person {person}: {place.get(person)}th, told {toasts}")
    return outcome


def _shown(made: Town) -> Outcome:
    outcome = Outcome("the card says how many come, and how many wait", tries=1)
    card = str(_card(made).get("text"))
    if f"已报名 {PLACES}/{PLACES} 人，候补 {PEOPLE - PLACES} 人" not in card:
        outcome.violations.append(card[:200])
    return outcome


DRILL = Drill("sign-up", "SIGKILL while many sign up for a few places", run, 12)
