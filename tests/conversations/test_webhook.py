"""The bot is brought its updates: all goes on as when it asks for them."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.settings import RunSettings
from simulator.http import Running
from tests.bot.test_polling import locked
from tests.conversations.alliance import Alliance
from tests.vocabulary import ManualClock

SECRET = "only-telegram-knows"


class Hooked(Alliance):
    """The same alliance, whose bot has an address."""

    port: int = 0

    @property
    def settings(self) -> RunSettings:
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        return RunSettings(
            _env_file=None,
            token=self.simulator.token,
            api_url=self.simulator.url,
            data=self.data,
            quiet=self.quiet,
            working_days=self.working_days,
            webhook_url=f"http://127.0.0.1:{self.port}/hook",
            webhook_listen=f"127.0.0.1:{self.port}",
            webhook_secret=SECRET,
        )

    async def brings(self, raw: object, secret: str = SECRET) -> int:
        """Somebody calls the bot's address; gives the status."""
        async with httpx.AsyncClient(trust_env=False) as client:
            url = f"http://127.0.0.1:{self.port}/hook"
            headers = {b"X-Telegram-Bot-Api-Secret-Token": secret.encode("latin-1")}
            return (await client.post(url, json=raw, headers=headers)).status_code


@pytest.fixture
async def alliance(simulator: Running, clock: ManualClock, tmp_path: Path) -> AsyncIterator[Hooked]:
    alliance = Hooked(simulator, clock, tmp_path / "data")
    await alliance.gather()
    yield alliance
    await alliance.stop()


async def test_a_notice_goes_its_way_and_a_restart_keeps_it(alliance: Hooked) -> None:
    wang = alliance["王主任"]
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    await wang.sees("0/20")
    await alliance.restart()
    await alliance["老周"].presses("收到")
    await wang.sees("1/20")
    assert alliance.asked("getUpdates") == 0


async def test_who_does_not_know_the_secret_is_not_heard(alliance: Hooked) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/whoami")
    await zhang.sees("张阿姨")
    said = {"update_id": 999_999, "message": {"message_id": 1, "date": 1, "text": "/orgs"}}
    assert await alliance.brings(said, "guessed") == 404
    assert await alliance.brings(said, "g\u00fcessed") == 404
    assert await alliance.brings("nothing") == 400
    assert await alliance.brings({"update_id": "1"}) == 400


async def test_what_cannot_be_kept_is_brought_again(
    alliance: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.PATIENCE", 0.05)
    await alliance.restart()
    zhang = alliance["张阿姨"]
    async with locked(alliance):
        await zhang.says("/orgs")
        await alliance.until(lambda: "503" in alliance.world.webhook.get("last_error_message", ""))
    await zhang.sees("兴隆社区")
    shown = [one for one in alliance.world.messages(zhang.chat) if "兴隆社区" in str(one)]
    assert len(shown) == 1
