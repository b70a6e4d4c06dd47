"""A fault of ours: tried again, then kept and told; nobody else notices."""

import re
import sqlite3
from contextlib import closing

import pytest

from bot.intake import TRIES
from storage import inbox
from storage.database import Database
from tests.conversations.alliance import Alliance

POISON = """
    CREATE TRIGGER poison BEFORE INSERT ON notices WHEN new.text LIKE '%毒%'
    BEGIN SELECT RAISE(ABORT, 'planted'); END
"""


async def alter(alliance: Alliance, statement: str) -> None:
    """As somebody does who works on the file while the bot rests."""
    await alliance.stop()
    with closing(sqlite3.connect(alliance.settings.database)) as file, file:
        file.execute(statement)
    await alliance.start()


def aside(alliance: Alliance) -> list[tuple[object, ...]]:
    """The updates that are set aside: their id, fault, error and tries."""
    with closing(sqlite3.connect(alliance.settings.database)) as file:
        faulty = "SELECT update_id, fault, error, tries FROM inbox WHERE fault IS NOT NULL"
        return file.execute(faulty).fetchall()


async def test_what_fails_every_time_is_set_aside_after_three_tries(
    alliance: Alliance, caplog: pytest.LogCaptureFixture
) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    await alter(alliance, POISON)
    await wang.says("/notice 毒")
    await wang.says("/notice 请各单位确认")
    await zhang.says("/orgs")
    await zhang.sees("兴隆社区")
    sorry = await wang.sees("抱歉")
    await wang.sees("将请 20 家单位反馈")
    (fault,) = re.findall(r"[0-9a-f]{6}", sorry["text"])
    ((_, kept, error, tries),) = aside(alliance)
    assert (kept, tries) == (fault, TRIES)
    assert "planted" in str(error)
    assert "毒" not in f"{error} {caplog.text}"
    tried = [one for one in caplog.records if "failed and is tried again" in one.getMessage()]
    assert len(tried) == TRIES - 1
    assert any(fault in one.getMessage() for one in caplog.records)


async def test_what_was_set_aside_is_done_when_it_is_tried_again(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await alter(alliance, POISON)
    await wang.says("/notice 毒")
    await wang.sees("抱歉")
    await alter(alliance, "DROP TRIGGER poison")
    ((update_id, *_),) = aside(alliance)
    await wang.is_quiet()
    await wang.sees_no("将请 20 家单位反馈")
    async with Database(alliance.settings.database) as db:
        assert await db.write(lambda connection: inbox.try_again(connection, int(str(update_id))))
    await alliance.restart()
    await wang.sees("将请 20 家单位反馈")
    assert aside(alliance) == []
