"""Questions to Liuzhai's alliance with the right answers, and how many of them are found."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from commands.organisations.rules import decode, read_csv
from commands.search import rules
from commands.search.views import FEW, PAGE
from storage import findings, organisations, people
from storage.database import Database
from storage.people import Person
from storage.sources import ACTIVITY, NOTICE, ORGANISATION
from storage.tables import activities, notices

LIUZHAI = Path(__file__).parents[2] / "examples" / "liuzhai"
QUESTIONS = Path(__file__).with_name("questions.csv")
PUBLIC = (NOTICE, ACTIVITY, ORGANISATION)
"""In the order in which a member is shown them."""
NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
CLERK = 1001
TEXTS = (
    "8月24日下午3点在军干四所召开联席会议，请各单位确认",
    "义诊：周五上午在粮运社区门口，请转告居民",
    "汛期值班\n防汛值班表，请各单位报名单",
    "消防安全检查：请各单位于月底前完成自查",
    "金秋助学捐款名单公示",
    "停水通知：8月30日22时至次日6时",
    "Blood donation on Friday at the community hall",
    "国庆文艺汇演节目征集，演出时间另行通知",
)
"""What the office of a street writes."""


@dataclass(frozen=True)
class Question:
    """Words, and beginnings of what they should find: `organisation:兴隆社区`; none: nothing."""

    how: str
    words: str
    answers: tuple[str, ...]


@dataclass
class Figures:
    """How many were asked, had a right answer first, among the first three, and which had none."""

    asked: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    three: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def questions() -> tuple[Question, ...]:
    """All of them, by how they are asked."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    return tuple(
        Question(row["how"], row["words"], tuple(filter(None, row["answers"].split(";"))))
        for row in rows
    )


async def gather(db: Database) -> None:
    """Liuzhai's register, what it did together, and some notices."""
    register = read_csv(decode((LIUZHAI / "organisations.csv").read_bytes()))
    await organisations.import_all(db, register.rows)
    await people.remember(db, Person(id=CLERK, name="王主任"))
    ids = {one.short_name: one.id for one in await organisations.every(db)}
    with (LIUZHAI / "activities.csv").open(encoding="utf-8", newline="") as file:
        done = [_activity(number, row, ids) for number, row in enumerate(csv.DictReader(file), 1)]
    sent = [
        {"number": number, "text": text, "author_id": CLERK, "state": "open", "created_at": NOW}
        for number, text in enumerate(TEXTS, 1)
    ]
    await db.write(lambda connection: connection.execute(insert(activities), done))
    await db.write(lambda connection: connection.execute(insert(notices), sent))


def _activity(number: int, row: dict[str, str], ids: dict[str, int]) -> dict[str, object]:
    host = row["hosts"].partition(";")[0]
    return {
        "organisation_id": ids.get(host),
        "reporter_id": CLERK,
        "chat_id": -1,
        "message_id": number,
        "title": row["title"],
        "caption": f"{row['title']}，{row['hosts']}，{row['description']}",
        "reported_at": NOW,
    }


async def answers(db: Database, words: str, names: dict[str, dict[int, str]]) -> list[str]:
    """What a member is shown, line by line; what may have been meant counts as well."""
    found = await findings.find(db, words, PUBLIC, PAGE + 1)
    room = PAGE if len(found.ids) == 1 else FEW
    shown = [
        f"{kind}:{names[kind].get(one, '')}"
        for kind, ids in found.ids.items()
        for one in ids[:room]
    ]
    if shown:
        return shown
    register = {
        name: one.id for one in await organisations.every(db) for name in (one.name, one.short_name)
    }
    near = rules.near(words, register)
    return [f"{ORGANISATION}:{names[ORGANISATION][one]}" for one in near]


async def names_of(db: Database) -> dict[str, dict[int, str]]:
    """What each thing is called, by kind and id."""
    told = await db.read(lambda c: c.execute(activities.select()))
    sent = await db.read(lambda c: c.execute(notices.select()))
    return {
        ORGANISATION: {one.id: one.short_name for one in await organisations.every(db)},
        ACTIVITY: {row.id: row.title for row in told},
        NOTICE: {row.id: row.text for row in sent},
    }


async def grade(db: Database) -> Figures:
    """Asks everything."""
    await findings.begin(db, "义诊", NOW)
    names, figures = await names_of(db), Figures()
    for question in questions():
        shown = await answers(db, question.words, names)
        right = [_is_right(question, one) for one in shown] or [not question.answers]
        figures.asked[question.how] += 1
        figures.first[question.how] += right[0]
        figures.three[question.how] += any(right[:3])
        if not any(right[:3]):
            figures.missed.append(f"{question.words}: {shown[:3]}")
    return figures


def _is_right(question: Question, shown: str) -> bool:
    return any(shown.startswith(answer) for answer in question.answers)
