"""With Telegram's flood limits in force: everything arrives, and nobody has to be told to wait."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

QUESTIONS = 12
GROUP_TAKES = 15
"""Answers in a minute, with some room for what is not asked for."""
TELEGRAM_WAITS = 15
"""Seconds for which the simulator takes the answer to a press."""


@pytest.fixture
def refused(alliance: Alliance) -> list[str]:
    """The calls that Telegram refused."""
    alliance.world.rules.flood = True
    calls: list[str] = []

    def hear(method: str, _params: object, _files: object, answer: object) -> None:
        if answer is None:
            calls.append(method)

    alliance.simulator.api.watchers.append(hear)
    return calls


async def test_many_questions_are_all_answered_without_a_429(
    alliance: Alliance, refused: list[str]
) -> None:
    for name in ("张阿姨", "Emma", "老周"):
        person = alliance[name].in_private()
        for _ in range(QUESTIONS):
            await person.says("/orgs")
    for name in ("张阿姨", "Emma", "老周"):
        person = alliance[name].in_private()
        await person.is_quiet()
        shown = [one for one in alliance.world.messages(person.id) if "兴隆社区" in str(one)]
        assert len(shown) == QUESTIONS
    assert refused == []


async def test_a_busy_group_gets_everything_at_the_groups_pace(
    alliance: Alliance, refused: list[str]
) -> None:
    wang, zhou = alliance["王主任"], alliance["老周"]
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    for _ in range(25):
        await alliance["张阿姨"].says("/orgs")
    for name in ("陈姐", "老周", "刘敏"):
        await alliance[name].presses("收到")
    await zhou.sends_album([photo(1), photo(2)], "#活动 8月13日 义诊")
    await zhou.sees("2 张照片，已保存", within=300)
    await wang.sees("4/20", within=300)
    await wang.is_quiet(300)
    assert refused == []


async def test_a_button_does_not_wait_for_a_full_group(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/orgs 社区")
    shown = await zhang.sees("兴隆社区")
    for name in ("张阿姨", "Emma", "陈姐", "刘敏", "小陈"):
        for _ in range(5):
            await alliance[name].says("/orgs")
    await alliance.until(lambda: alliance.asked("sendMessage") > GROUP_TAKES)
    before = alliance.asked("editMessageText")
    zhou = alliance["老周"]
    query = alliance.world.press(zhou.id, zhou.chat, shown["message_id"], "organisations.all")
    pressed_at = alliance.clock.now()
    await alliance.until(lambda: alliance.world.answer(query) is not None)
    assert alliance.clock.now() - pressed_at < TELEGRAM_WAITS
    assert alliance.asked("editMessageText") == before
    await alliance.until(lambda: alliance.asked("editMessageText") > before)
