"""A backup every night by itself, while people are answered; nobody else may read what is kept."""

import logging
import os
from collections import namedtuple
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.copies import made_at
from storage.modes import close_to_others, open_to_others
from storage.restorations import check
from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.clock import ZONE

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def owner_alone() -> Iterator[None]:
    """As the program has it from its first line on."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def backups(alliance: Alliance) -> list[Path]:
    return sorted(alliance.settings.backups.glob("*.tar"))


async def pass_by(alliance: Alliance, time: timedelta) -> None:
    """Time passes an hour at a time, and what is due is done meanwhile."""
    for _ in range(int(time / HOUR)):
        alliance.clock.advance(HOUR.total_seconds())
        await alliance["张阿姨"].is_quiet()


async def has(alliance: Alliance, count: int) -> None:
    await alliance.until(lambda: len(backups(alliance)) == count)


async def test_every_night_there_is_one(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    await zhou.sees("1 张照片，已保存")
    await pass_by(alliance, 2 * HOUR)
    await has(alliance, 1)
    now = datetime.fromtimestamp(alliance.clock.now(), UTC)
    older, newer = (
        alliance.settings.database.with_name(f"gongjian-before-{now - days * DAY:%Y%m%dT%H%M%S}.db")
        for days in (31, 28)
    )
    for copy in (older, newer):
        copy.touch()
    await pass_by(alliance, DAY)
    await has(alliance, 2)
    assert [copy.exists() for copy in (older, newer)] == [False, True]
    held = check(backups(alliance)[-1])
    assert (held.rows["activities"], len(held.photos), held.missing) == (1, 1, ())
    made = made_at(backups(alliance)[-1])
    assert made is not None
    assert made.astimezone(ZONE).hour in {3, 4}


async def test_three_days_asleep_and_restarts_bring_one(alliance: Alliance) -> None:
    await pass_by(alliance, 2 * HOUR)
    await has(alliance, 1)
    await alliance.stop()
    alliance.clock.advance(3 * DAY.total_seconds())
    await alliance.start()
    await alliance.restart()
    await pass_by(alliance, 3 * HOUR)
    await has(alliance, 2)
    await alliance.restart()
    await pass_by(alliance, 3 * HOUR)
    await has(alliance, 2)


async def test_without_room_it_is_said_and_tried_again(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil gives it
    with monkeypatch.context() as patch, caplog.at_level(logging.WARNING, "bot.nightly"):
        patch.setattr("shutil.disk_usage", lambda _path: usage(1 << 30, 1 << 30, 1000))
        await pass_by(alliance, 2 * HOUR)
        await alliance.until(lambda: "make room" in caplog.text)
    assert backups(alliance) == []
    await pass_by(alliance, 2 * HOUR)
    await has(alliance, 1)


async def test_a_fault_is_logged_with_an_id(
    alliance: Alliance, caplog: pytest.LogCaptureFixture
) -> None:
    alliance.settings.backups.write_text("in the way", encoding="utf-8")
    await pass_by(alliance, 2 * HOUR)
    await alliance.until(lambda: "backup was not made" in caplog.text)
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].answered()


@pytest.mark.usefixtures("owner_alone")
async def test_nothing_that_is_kept_can_be_read_by_others(alliance: Alliance) -> None:
    close_to_others(alliance.data)  # the fixtures' order is not promised
    zhou = alliance["老周"]
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    await zhou.sees("1 张照片，已保存")
    await pass_by(alliance, 2 * HOUR)
    await has(alliance, 1)
    kinds = {path.suffix for path in alliance.data.rglob("*")}
    assert {".db", ".db-wal", ".db-shm", ".jpg", ".tar"} <= kinds
    assert list(open_to_others(alliance.data)) == []


async def test_what_was_open_to_others_is_closed_at_the_start(alliance: Alliance) -> None:
    await alliance.stop()
    alliance.settings.photos.mkdir(mode=0o755, exist_ok=True)
    alliance.settings.database.chmod(0o644)
    assert list(open_to_others(alliance.data))
    await alliance.start()
    assert not alliance.settings.database.stat().st_mode & 0o077
    assert not alliance.settings.photos.stat().st_mode & 0o077


def test_a_moment_is_read_from_the_name() -> None:
    made = made_at(Path("gongjian-20260823T193000Z.tar"))
    assert made == datetime(2026, 8, 24, 3, 30, tzinfo=ZONE)
