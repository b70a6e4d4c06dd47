"""Albums of two to ten photos, films or files, shuffled, some late, from five people, and kills."""

import asyncio

from drills.counting import reports
from drills.crowd import Crowd, Report
from drills.outcomes import Drill, Order, Outcome
from drills.pictures import film, picture
from drills.probes import at_rest
from drills.town import Message, Town, town
from drills.zygote import Zygote

SPEED = 10.0
PEOPLE = 5
LATEST = 10.0
"""Seconds: a photo of an album may come so late."""
LONGEST_LIFE = 0.7
PATIENCE_SECONDS = 120.0
"""Lives of half a second bring no photo to disk; the last one has all of them to bring."""
FILMS, SENT_AS_FILES = 0.3, 0.2
"""Of an album's items; of the albums."""
File = tuple[str, str, bytes]


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
    files = _files(made, number * 10, count)
    films = sum(kind == "video" for kind, _, _ in files)
    crowd.reports.append(Report(title, count, films))
    made.world.send_files(person, made.group, files, f"#活动 8月13日 {title} 服务12人")
    updates = made.world.updates
    album = updates.waiting[-count:]
    del updates.waiting[-count:]
    made.dice.shuffle(album)
    delays = [made.dice.choice((0.0, made.dice.uniform(0, LATEST))) for _ in album]
    await asyncio.gather(*(_bring(made, *one) for one in zip(album, delays, strict=True)))


def _files(made: Town, first: int, count: int) -> list[File]:
    """Photos, photos with films among them, or photos that were sent as files."""
    if made.dice.random() < SENT_AS_FILES:
        return [("document", f"{n}.jpg", picture(first + n)) for n in range(count)]
    return [
        ("video", f"{n}.mp4", film(first + n))
        if made.dice.random() < FILMS
        else ("photo", "", picture(first + n))
        for n in range(count)
    ]


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
        if mine and not any(_counts(one, report) for one in mine):
            outcome.violations.append(f"{report.title}: {mine[0][:60]!r}")
    return outcome


def _counts(receipt: str, report: Report) -> bool:
    photos = report.photos - report.films
    return (f"{photos} 张照片" in receipt) == (photos > 0) and (
        f"{report.films} 个视频" in receipt
    ) == (report.films > 0)


DRILL = Drill("album-shuffle", "albums shuffled, late, five at once, and kills", run, 8)
