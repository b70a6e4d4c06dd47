"""What thousands do at once reads no whole table, however many notices there were before."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

import pytest
from sqlalchemy import event

from storage import answers, boards, deliveries, listings, people, private_copies, reactions
from storage.database import Database
from storage.notices import (
    CARD,
    CHOICES,
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULT,
    DIFFICULTY,
    NUMBER,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
)
from storage.reactions import Reacted
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, GROUP, LIU, NOW, ZHANG, gather, opened

HAS_ROWS = ("SCAN (", "SCAN CONSTANT ROW")
"""Results of another step of the same statement, and one row that is written in it."""
Bound = tuple[str | int | None, ...]
Act = Callable[[Database, int], Awaitable[object]]


@dataclass
class Plans:
    """The statements of what was done, each with how SQLite finds its rows."""

    database: Database
    steps: dict[str, list[str]] = field(default_factory=dict)

    def hears(
        self, _connection: object, _cursor: object, said: str, bound: Bound, *_: object
    ) -> None:
        if said.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
            self.steps[said] = self._explained(said, bound)

    def _explained(self, said: str, bound: Bound) -> list[str]:
        with closing(sqlite3.connect(self.database.path)) as file:
            return [row[3] for row in file.execute(f"EXPLAIN QUERY PLAN {said}", bound)]

    @property
    def scans(self) -> list[str]:
        """The statements that read the whole of a table, or of an index."""
        return [
            f"{step}: {said}"
            for said, steps in self.steps.items()
            for step in steps
            if step.startswith("SCAN") and not step.startswith(HAS_ROWS)
        ]


@contextmanager
def planned(db: Database) -> Iterator[Plans]:
    """Listens to all that is asked of the database within the block."""
    plans = Plans(db)
    engines = [one.sync_engine for one in (db._write_engine, db._read_engine)]  # noqa: SLF001 - listens, and changes nothing
    for engine in engines:
        event.listen(engine, "before_cursor_execute", plans.hears)
    yield plans
    for engine in engines:
        event.remove(engine, "before_cursor_execute", plans.hears)


def press(person_id: int, given: Answer, *, more: bool = False) -> Act:
    async def act(db: Database, notice_id: int) -> object:
        return await answers.answer(
            db, notice_id, person_id, given, NOW, more=more, ask_in=person_id
        )

    return act


async def undo(db: Database, notice_id: int) -> object:
    """Of whatever form it is, one of these is an answer to it."""
    for given in (Answer(answer=RECEIVED), Answer(answer=COME, amount=1)):
        await answers.answer(db, notice_id, CHEN, given, NOW)
    return await answers.undo(db, notice_id, CHEN, NOW)


async def fill(db: Database, notice_id: int) -> object:
    return await answers.ask(db, notice_id, CHEN, NOW, CHEN)


async def react(db: Database, notice_id: int) -> object:
    nod = Reacted(GROUP, 7, CHEN, is_received=True, is_any=True, tell_in=CHEN)
    await reactions.react(db, notice_id, nod, NOW)
    return nod


async def who_asks(db: Database, _notice_id: int) -> object:
    return await people.known(db, CHEN), await deliveries.shown_by(db, GROUP, 7)


async def board(db: Database, notice_id: int) -> object:
    return await boards.board(db, notice_id), await boards.numbered(db, 1)


async def copy(db: Database, _notice_id: int) -> object:
    return await private_copies.one(db, 1), await private_copies.notice_of(db, 1)


async def open_ones(db: Database, _notice_id: int) -> object:
    return await listings.open_ones(db, 20)


async def owed_by(db: Database, _notice_id: int) -> object:
    return await listings.owed_by(db, LIU, 20)


OF_ORGANISATIONS = {
    "received": (DIFFICULT, press(CHEN, Answer(answer=RECEIVED))),
    "received for several": (RECEIPT, press(LIU, Answer(answer=RECEIVED))),
    "difficulty": (DIFFICULT, press(CHEN, Answer(answer=DIFFICULTY))),
    "come": (SIGN_UP, press(CHEN, Answer(answer=COME, amount=1), more=True)),
    "choose": (CHOICES, press(CHEN, Answer(answer=CHOSEN, detail="1"))),
    "number": (NUMBER, press(CHEN, Answer(answer=COUNTED, amount=3))),
    "read": (RECEIPT, press(ZHANG, Answer(answer=RECEIVED))),
    "fill": (NUMBER, fill),
    "undo": (DIFFICULT, undo),
    "react": (RECEIPT, react),
    "who asks": (RECEIPT, who_asks),
    "board": (SIGN_UP, board),
    "board of a choice": (CHOICES, board),
    "copy": (RECEIPT, copy),
    "pending for staff": (RECEIPT, open_ones),
    "pending for a liaison": (RECEIPT, owed_by),
}
OF_PEOPLE = {
    "come": (SIGN_UP, press(CHEN, Answer(answer=COME, amount=1), more=True)),
    "received": (RECEIPT, press(ZHANG, Answer(answer=RECEIVED))),
    "undo": (SIGN_UP, undo),
    "board": (SIGN_UP, board),
    "copy": (SIGN_UP, copy),
    "pending for staff": (SIGN_UP, open_ones),
}


@pytest.mark.parametrize("what", OF_ORGANISATIONS)
async def test_what_organisations_are_asked(db: Database, what: str) -> None:
    form, act = OF_ORGANISATIONS[what]
    await gather(db)
    notice_id = await opened(db, form=form, options="甲\n乙", places=5)
    with planned(db) as plans:
        await act(db, notice_id)
    assert plans.steps
    assert plans.scans == []


@pytest.mark.parametrize("what", OF_PEOPLE)
async def test_what_everybody_is_asked(db: Database, what: str) -> None:
    form, act = OF_PEOPLE[what]
    await gather(db)
    notice_id = await opened(db, form=form, audience="everybody", places=5)
    with planned(db) as plans:
        await act(db, notice_id)
    assert plans.steps
    assert plans.scans == []


async def test_a_table_read_from_end_to_end_is_found_out(db: Database) -> None:
    await gather(db)
    await opened(db)
    with planned(db) as plans:
        await deliveries.unpinned(db)
        await deliveries.showing(db, CARD, 1)
        await db.read(lambda connection: connection.exec_driver_sql("SELECT * FROM answers"))
    assert plans.scans == ["SCAN answers: SELECT * FROM answers"]
