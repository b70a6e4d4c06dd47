"""The machine's clock is set forward and back; what is owed goes on."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

DAY = 86400.0
HOUR = 3600.0


@pytest.mark.parametrize("jump", [DAY, HOUR])
async def test_a_board_goes_on_after_the_clock_was_set_forward_and_back(
    alliance: Alliance, jump: float
) -> None:
    wang = alliance["王主任"]
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    await wang.sees("0/20")
    alliance.clock.jump(jump)
    await alliance["老周"].presses("收到")
    await wang.sees("1/20")
    alliance.clock.jump(-jump)
    await alliance["陈姐"].presses("收到")
    await wang.sees("2/20")
    await alliance["刘敏"].presses("有困难")
    await wang.sees("4/20")


async def test_a_photo_is_fetched_though_the_clock_was_set_back(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    alliance.clock.jump(DAY)
    alliance.simulator.faults.add("error", method="getFile")
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    await alliance.until(lambda: not alliance.simulator.faults.waiting)
    alliance.clock.jump(-DAY)
    await zhou.sends_photo(photo(2), "#活动 8月14日 讲座")
    await alliance.until(lambda: len(alliance.photos()) == 2)
