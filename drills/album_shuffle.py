"""Albums of two to ten photos, shuffled, some late, from five people, with kills between."""

import asyncio

from drills.counting import reports
from drills.crowd import Crowd, Report
from drills.outcomes import Drill, Order, Outcome
from drills.pictures import picture
from drills.probes import at_rest
from drills.town import Message, Town, town
from drills.zygote import Zygote

SPEED = 10.0
PEOPLE = 5
LATEST = 10.0
"""Seconds: a photo of an album may come so late."""
LONGEST_LIFE = 0.7
PATIENCE_SECONDS = 20.0


async def run(order: Order, zygote: Zygote | None = None) -> list[Outcome]:
    """Five people report at once, as often as it is told; bots are killed meanwhile."""
    lacks = ("pace", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, units=PEOPLE, zygote=zygote) as made:
        crowd = Crowd(made)
        for _ in range(order.tries):
            sending = asyncio.gather(*(_report(crowd, person) for person in made.liaisons))
            await _die_meanwhile(made, sending)
        last = await made.start()
        await at_rest(made, PATIENCE_SECONDS)
        await last.end()
        return [reports(made, crowd), _receipts(made, crowd)]


async def _report(crowd: Crowd, person: int) -> None:
    """One album, whose photos come when they like."""
    made, number = crowd.town, len(crowd.reports)
    count = made.dice.randint(2, 10)
    title = f"义诊{number + 1}场"
    crowd.reports.append(Report(title, count))
    photos = [picture(number * 10 + n) for n in range(count)]
    made.world.send_photos(person, made.group, photos, f"#活动 8月13日 {title} 服务12人")
    updates = made.world.updates
    album = updates.waiting[-count:]
    del updates.waiting[-count:]
    made.dice.shuffle(album)
    delays = [made.dice.choice((0.0, made.dice.uniform(0, LATEST))) for _ in album]
    await asyncio.gather(*(_bring(made, *one) for one in zip(album, delays, strict=True)))


async def _bring(made: Town, update: Message, delay: float) -> None:
    """Telegram's ids are in the order in which the updates come."""
    await made.time.sleep(delay)
    updates = made.world.updates
    updates.bring(update | {"update_id": updates.next_id})
    updates.next_id += 1


async def _die_meanwhile(made: Town, sending: "asyncio.Future[list[None]]") -> None:
    while not sending.done():
        bot = await made.start()
        await asyncio.wait((sending,), timeout=made.dice.uniform(0.2, LONGEST_LIFE))
        await bot.end()


def _receipts(made: Town, crowd: Crowd) -> Outcome:
    outcome = Outcome("the receipt counts every photo", len(crowd.reports))
    shown = [str(one.get("text")) for one in made.bots_messages(made.group)]
    for report in crowd.reports:
        mine = [one for one in shown if f"{report.title}" in one]
        if mine and not any(f"{report.photos} 张照片" in one for one in mine):
            outcome.violations.append(f"{report.title}: {mine[0][:60]!r}")
    return outcome


DRILL = Drill("album-shuffle", "albums shuffled, late, five at once, and kills", run, 8)
