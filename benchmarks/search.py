"""How much of what is asked for is found, and how fast among many rows.

    python -m benchmarks.search [--rows 100000]

Prints, for the questions in tests/search/questions.csv, how many have a right answer first and
among the first three. Then fills a database with so many activities, asks each question of two
characters and more several times, and `LIKE` over the same rows for the same words, one after the
other in the same run: p50, p95, and how many times as long LIKE takes. Times are of the processor,
so that other work on the machine counts little.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import quantiles

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from commands.search.views import PAGE
from storage import findings, spellings
from storage.database import Database
from storage.tables import activities, unindexed
from storage.upgrade import upgrade
from tests.search.asking import CLERK, NOW, PUBLIC, Question, gather, grade, questions

ROWS = 100_000
TIMES = 3
SEED = 1949
BATCH = 500
WHO = ("社区党员", "志愿者", "驻区单位", "青年突击队", "楼门长", "退休教师", "网格员", "物业公司")
DID = (
    "慰问独居老人",
    "清理楼道杂物",
    "讲解防火知识",
    "义务理发",
    "调解邻里纠纷",
    "陪护儿童",
    "修剪树木",
)
WHERE = ("文化广场", "便民大厅", "小区花园", "活动中心", "食堂门口", "河边步道", "图书室", "篮球场")
RARE = 200
"""One row in so many says what one of Liuzhai's activities says."""


async def main(rows: int) -> None:
    """Figures for both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gongjian.db"
        upgrade(path, NOW)
        async with Database(path) as db:
            await gather(db)
            await _print_answers(db)
            await _fill(db, rows)
            await _print_times(db, path, rows)


async def _print_answers(db: Database) -> None:
    figures = await grade(db)
    for how, asked in figures.asked.items():
        print(
            f"{how:20} {asked:4} asked {figures.first[how]:4} first {figures.three[how]:4} in three"
        )
    total = figures.asked.total()
    part, more = figures.first.total() / total, figures.three.total() / total
    print(f"{'all':20} {total:4} asked {part:.1%} first {more:.1%} in three")
    for missed in figures.missed:
        print("  missed", missed)


def _made(rows: int) -> Iterator[dict[str, object]]:
    draw = random.Random(SEED)  # noqa: S311 - the same rows each time
    rare = [question.words for question in questions() if len(question.words) > 1]
    for number in range(rows):
        did, where = draw.choice(DID), draw.choice(WHERE)
        title = f"{draw.choice(WHO)}{did}" + (draw.choice(rare) if number % RARE == 0 else "")
        caption = f"{title}，{where}，服务{draw.randrange(200)}人，第{number}次"
        yield {
            "reporter_id": CLERK,
            "chat_id": -2,
            "message_id": number + 1,
            "reported_at": NOW,
            "title": title,
            "caption": caption,
        }


async def _fill(db: Database, rows: int) -> None:
    made = list(_made(rows))
    for at in range(0, rows, BATCH):
        kept = insert(activities).values(made[at : at + BATCH])
        await db.write(partial(AsyncConnection.execute, statement=kept))
    began, longest = time.perf_counter(), 0.0
    count = select(func.count()).select_from(unindexed)
    while (await db.read(lambda c: c.execute(count))).scalar_one():
        batch = time.perf_counter()
        await findings.go_on(db, NOW)
        longest = max(longest, time.perf_counter() - batch)
    took = time.perf_counter() - began
    print(f"taken in: {rows / took:,.0f} rows a second, {findings.BATCH} at once {longest:.2f} s")


async def _print_times(db: Database, path: Path, rows: int) -> None:
    asked = [one for one in questions() if len(one.words) > 1 and one.how != "not there"]
    found = await _times(asked, lambda words: findings.find(db, words, PUBLIC, PAGE + 1))
    like = await _times(asked, lambda words: _like(db, words))
    print(f"rows {rows:,}, file {path.stat().st_size / 1e6:,.0f} MB")
    for name, times in (("find", found), ("LIKE", like)):
        print(f"{name}: p50 {times[0]:.2f} ms, p95 {times[1]:.2f} ms")
    print(f"LIKE / find: p50 {like[0] / found[0]:.1f}, p95 {like[1] / found[1]:.1f}")


async def _times(
    asked: list[Question], ask: Callable[[str], Awaitable[object]]
) -> tuple[float, float]:
    taken = []
    for _ in range(TIMES):
        for question in asked:
            began = time.process_time()
            await ask(question.words)
            taken.append((time.process_time() - began) * 1000)
    cut = quantiles(taken, n=100)
    return cut[49], cut[94]


async def _like(db: Database, words: str) -> object:
    """The same number of rows, newest first, that have all words somewhere."""
    every = select(activities.c.id).order_by(activities.c.id.desc()).limit(PAGE + 1)
    for word in spellings.words(words):
        every = every.where(activities.c.caption.contains(word))

    async def read(connection: AsyncConnection) -> object:
        return (await connection.execute(every)).all()

    return await db.read(read)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    asyncio.run(main(parser.parse_args().rows))
