"""What is asked for is found: figures that may only get better."""

from storage.database import Database
from tests.search.asking import gather, grade, questions
from tests.storage.conftest import db

__all__ = ["db"]
FIRST, THREE = 0.97, 0.98


def test_there_are_many_questions_of_every_kind() -> None:
    asked = questions()
    assert len(asked) >= 150
    assert len({one.words for one in asked}) == len(asked)
    assert {one.how for one in asked} >= {"one character", "pinyin", "initials", "slips"}


async def test_so_many_are_answered_rightly(db: Database) -> None:
    await gather(db)
    figures = await grade(db)
    asked = figures.asked.total()
    assert figures.first.total() / asked >= FIRST, figures.missed
    assert figures.three.total() / asked >= THREE, figures.missed
