"""The bot hears what is said, whatever happens to a poll; and it ends when it cannot go on."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing

import httpx
import pytest
from telegram.error import InvalidToken

from bot.polling import YOUNG_SECONDS, SupersededError
from tests.conversations.alliance import Alliance

PATIENCE_SECONDS = 20
POLLING = "getUpdates"


def lines(caplog: pytest.LogCaptureFixture, words: str) -> int:
    """How many lines of the log have these words."""
    return sum(words in record.getMessage() for record in caplog.records)


async def another_polls(alliance: Alliance) -> None:
    """Another program asks for updates with the same token, once."""
    url = f"{alliance.simulator.url}/bot{alliance.simulator.token}/{POLLING}"
    async with httpx.AsyncClient(trust_env=False) as client:
        await client.get(url, params={"timeout": 0})


async def nothing(_: Alliance) -> None:
    """Nobody does anything."""


async def ends(
    alliance: Alliance, beside: Callable[[Alliance], Awaitable[None]] = nothing
) -> BaseException | None:
    """What the bot ends with; time goes on, and something happens beside it, again and again."""
    assert alliance.bot is not None
    listening = alliance.bot.listening
    for _ in range(100):
        await beside(alliance)
        if (await asyncio.wait((listening,), timeout=0.1))[0]:
            break
        alliance.clock.advance(1)
    return listening.exception()


async def test_an_update_that_nobody_can_read_spoils_no_other(
    alliance: Alliance, caplog: pytest.LogCaptureFixture, expected: set[str]
) -> None:
    expected |= {POLLING, "updates"}
    alliance.world.updates.put("message", {"date": "yesterday", "chat": [1]})
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].sees("兴隆社区")
    assert lines(caplog, "cannot be read") == 1
    assert lines(caplog, "is set aside") == 1


@pytest.mark.parametrize("kind", ["drop_before", "error", "flood"])
async def test_a_poll_that_fails_is_made_again(
    alliance: Alliance, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    alliance.simulator.faults.add(kind, method=POLLING, times=5)
    await another_polls(alliance) if kind == "flood" else None
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].sees("兴隆社区")
    assert lines(caplog, "Telegram is not heard:") <= 2
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_poll_that_hangs_is_cut_and_made_again(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await alliance.stop()
    alliance.simulator.faults.add("slow", method=POLLING, seconds=600)
    monkeypatch.setattr("bot.polling.DEAD_SECONDS", 0.3)
    await alliance.start()
    await alliance.until(lambda: lines(caplog, "no answer in 0.3 s") >= 1)
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].sees("兴隆社区")


async def test_a_token_that_telegram_forgot_ends_the_bot_with_a_last_word(
    alliance: Alliance, caplog: pytest.LogCaptureFixture
) -> None:
    token, alliance.world.token = alliance.world.token, "1:OTHER"
    await alliance["张阿姨"].says("/orgs")
    assert isinstance(await ends(alliance), InvalidToken)
    assert lines(caplog, "does not know the token any more") == 1
    alliance.world.token = token


async def test_the_later_of_two_programs_ends(alliance: Alliance) -> None:
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].answered()
    assert isinstance(await ends(alliance, beside=another_polls), SupersededError)


async def test_the_earlier_of_two_programs_says_it_once_and_goes_on(
    alliance: Alliance, caplog: pytest.LogCaptureFixture
) -> None:
    alliance.clock.advance(YOUNG_SECONDS)
    for _ in range(3):
        await alliance["张阿姨"].says("/orgs")
        await alliance["张阿姨"].answered()
        await another_polls(alliance)
        await alliance["张阿姨"].is_quiet()
    await alliance["张阿姨"].says("/whoami")
    await alliance["张阿姨"].sees("张阿姨")
    assert lines(caplog, "polls with this token too") == 1


@asynccontextmanager
async def locked(alliance: Alliance) -> AsyncIterator[None]:
    """Another program has the database for itself."""
    other = sqlite3.connect(
        alliance.settings.database, isolation_level=None, check_same_thread=False
    )
    with closing(other):
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite waits for a lock by the machine's time, 5 seconds by itself: here, shorter."""
    monkeypatch.setattr("storage.engine.PATIENCE", 0.05)


@pytest.mark.usefixtures("impatient")
async def test_while_nothing_can_be_kept_people_are_told_and_nothing_is_lost(
    alliance: Alliance, caplog: pytest.LogCaptureFixture
) -> None:
    await alliance.restart()
    wang, emma = alliance["王主任"], alliance["Emma"]
    async with locked(alliance):
        await wang.says("/notice 请各单位确认")
        await emma.says("/orgs")
        await wang.sees("暂时无法保存")
        await emma.sees("cannot write anything down")
    await wang.sees("将请 20 家单位反馈")
    await emma.sees("兴隆社区")
    told = [one for one in alliance.world.messages(alliance.group) if "暂时无法" in str(one)]
    assert len(told) == 1
    assert lines(caplog, "Updates cannot be kept:") <= 2
    assert lines(caplog, "Fault") == 0
