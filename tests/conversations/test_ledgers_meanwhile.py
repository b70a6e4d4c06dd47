"""While a ledger is made everybody else is answered, and a restart loses no order."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from bot.clock import Alarm, Clock
from bot.exporting import Exporting
from bot.settings import Settings
from commands.kit.works import Work
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.conversations.test_ledgers import file_of, reported
from tests.vocabulary.workbooks import leaves

WAITS = """
import os, time
while not os.path.exists({!r}):
    time.sleep(0.02)
from bot.making import main
main()
"""

pytestmark = pytest.mark.slow  # it talks for long


def held(  # noqa: PLR0913, PLR0917 - what exporting works with
    db: Database,
    clock: Clock,
    settings: Settings,
    works: Iterable[Work],
    alarm: Alarm,
    signal: Path,
) -> Exporting:
    """Its process is kept from work on purpose until then, so nobody waits for it."""

    class Held(Exporting):
        @property
        def under_way(self) -> int:
            return self._number if signal.exists() else 0

        @under_way.setter
        def under_way(self, number: int) -> None:
            self._number = number

    command = (sys.executable, "-c", WAITS.format(str(signal)))
    return Held(db, clock, settings, works, alarm, command)


@pytest.fixture
def signal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What makes ledgers waits until this file is there."""
    signal = tmp_path / "go"
    monkeypatch.setattr("bot.app.Exporting", partial(held, signal=signal))
    return signal


def goes_on(signal: Path) -> None:
    """What makes ledgers waits no more."""
    signal.touch()


async def test_others_are_answered_while_it_is_made(signal: Path, alliance: Alliance) -> None:
    await reported(alliance)
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"].in_private()
    await wang.says("/导出 活动")
    await wang.sees("⏳ 活动台账")
    await zhang.says("/活动列表")
    await zhang.sees("共 2 个活动")
    await wang.says("/导出 活动 2026年8月")
    await wang.sees("⏳ 2026年8月活动台账：排队中，前面还有 1 个")
    assert not any("document" in one for one in wang.files())
    goes_on(signal)
    await file_of(wang, "📊 2026年8月活动台账", "2026年8月.xlsx")
    assert len(wang.files()) == 2


async def test_the_same_order_twice_is_one(signal: Path, alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    await wang.sees("⏳ 活动台账")
    await wang.says("/导出 活动")
    await wang.sees("正在制作，做好后发到您的私聊")
    goes_on(signal)
    await file_of(wang, "📊 活动台账")
    await wang.is_quiet()
    assert len(wang.files()) == 1


async def test_a_restart_begins_it_anew_and_sends_it_once(signal: Path, alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    await wang.sees("⏳ 活动台账：正在制作")
    await alliance.restart()
    goes_on(signal)
    _, data = await file_of(wang, "📊 活动台账")
    assert leaves(data)[0].cells["A1"] == "活动台账"
    await wang.is_quiet()
    assert len(wang.files()) == 1


async def test_what_is_hidden_while_it_is_made_is_not_in_it(
    signal: Path, alliance: Alliance
) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动 兴隆社区")
    await wang.sees("⏳ 兴隆社区活动台账：正在制作")
    await wang.says("/照片 2")
    await wang.presses("隐藏")
    goes_on(signal)
    _, data = await file_of(wang, "📊 兴隆社区活动台账")
    assert b"xl/media" not in data
    assert len(wang.files()) == 2
