"""What people sent counts once, whatever the network does to it."""

import pytest

from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.vocabulary import photo


async def test_an_update_that_comes_twice_counts_once(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    alliance.simulator.faults.add("duplicate", times=20)
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    await wang.sees("📢 通知 1 号")
    await wang.is_quiet()
    shown = [one for one in alliance.world.messages(alliance.group) if "请各单位确认" in str(one)]
    assert len([one for one in shown if "📢 通知" in one.get("text", "")]) == 1
    await wang.says("/notices")
    assert "2 号" not in await wang.answered()


async def test_updates_in_another_order_lose_nothing(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    alliance.simulator.faults.add("reorder", times=20)
    await zhou.sends_album([photo(n) for n in range(5)], "#活动 8月13日 义诊")
    await zhou.sees("5 张照片，已保存")


@pytest.mark.parametrize("method", ["getFile", "sendMessage", "editMessageText"])
async def test_a_failing_server_is_asked_again(alliance: Alliance, method: str) -> None:
    zhou = alliance["老周"]
    alliance.simulator.faults.add("flood", method=method, times=2, seconds=3)
    await zhou.sends_album([photo(1), photo(2)], "#活动 8月13日 义诊")
    await zhou.sees("2 张照片，已保存")
    assert len(alliance.photos()) == 2


async def test_a_photo_is_fetched_again_after_a_fault(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    alliance.simulator.faults.add("drop_before", method="getFile", times=2)
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    await zhou.sees("1 张照片，已保存")


async def test_what_was_handled_leaves_no_words_behind(alliance: Alliance) -> None:
    await alliance["张阿姨"].says("/orgs")
    await alliance["张阿姨"].answered()
    await alliance["张阿姨"].is_quiet()
    await alliance.stop()
    async with Database(alliance.settings.database) as db:
        raw = await db.read(lambda connection: connection.exec_driver_sql("SELECT raw FROM inbox"))
        assert set(raw.scalars()) == {""}
