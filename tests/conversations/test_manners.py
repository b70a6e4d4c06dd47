"""One person's flood is answered once, then met with silence; the others notice nothing."""

import pytest

from bot.manners import MOST, WINDOW_SECONDS
from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

SLOW_DOWN = "消息太多"


def heard(alliance: Alliance, chat: int, words: str) -> int:
    """How many messages of the bot's in a chat have these words."""
    return sum(words in str(one.get("text")) for one in alliance.world.messages(chat))


async def test_a_flood_of_commands_gets_one_word_and_then_silence(alliance: Alliance) -> None:
    zhang, emma = alliance["张阿姨"].in_private(), alliance["Emma"].in_private()
    await zhang.says("/whoami")
    await zhang.answered()
    for _ in range(200):
        await zhang.says("/orgs")
    await emma.says("/orgs")
    await emma.sees("兴隆社区", within=5)
    await zhang.sees(SLOW_DOWN, within=2 * WINDOW_SECONDS)
    assert heard(alliance, zhang.id, "兴隆社区") < MOST
    alliance.clock.advance(WINDOW_SECONDS)
    await zhang.says("/whoami")
    await zhang.sees("张阿姨")
    assert heard(alliance, zhang.id, SLOW_DOWN) == 1


async def test_a_flood_of_presses_takes_no_answer_that_nobody_was_told_of(
    alliance: Alliance,
) -> None:
    wang, zhou = alliance["王主任"], alliance["老周"]
    await wang.says("/notice 请各单位确认")
    await wang.presses("发布到")
    card = await wang.sees("0/20")
    data = card["reply_markup"]["inline_keyboard"][0]
    queries = [
        alliance.world.press(
            zhou.id, zhou.chat, card["message_id"], data[turn % 2]["callback_data"]
        )
        for turn in range(120)
    ]
    await zhou.is_quiet(WINDOW_SECONDS / 2)
    toasts = [(alliance.world.answer(query) or {}).get("text", "") for query in queries]
    assert sum(SLOW_DOWN in toast for toast in toasts) == 1
    assert toasts[-1] == ""
    taken = [toast for toast in toasts if "兴隆粮库" in toast]
    assert 0 < len(taken) <= MOST
    last = "收到" if "收到" in taken[-1].split("。")[0] else "有困难"
    alliance.clock.advance(WINDOW_SECONDS)
    zhou = zhou.in_private()
    await zhou.says("/notice 1")
    await zhou.sees(f"兴隆粮库：{last}")


async def test_a_report_of_many_photos_is_no_flood(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    for album in range(6):
        await zhou.sends_album([photo((album, n)) for n in range(10)], f"#活动 8月1{album}日 义诊")
    await zhou.sees("活动 6 号")
    assert heard(alliance, zhou.id, SLOW_DOWN) == 0


async def test_who_asked_now_and_then_during_an_outage_is_answered_in_the_end(
    alliance: Alliance,
) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/whoami")
    await zhang.answered()
    await alliance.stop()
    asked = MOST + 20
    for _ in range(asked):
        await zhang.says("/orgs")
        alliance.clock.advance(WINDOW_SECONDS)
    await alliance.start()
    await zhang.is_quiet(4 * WINDOW_SECONDS)
    assert heard(alliance, zhang.id, "兴隆社区") == asked
    assert heard(alliance, zhang.id, SLOW_DOWN) == 0


async def test_a_flood_during_an_outage_is_a_flood(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.starts()
    await zhang.is_quiet()
    before = heard(alliance, zhang.id, "张阿姨")
    await alliance.stop()
    for _ in range(2 * MOST):
        await zhang.says("/orgs")
    alliance.clock.advance(WINDOW_SECONDS)
    await zhang.says("/whoami")
    alliance.clock.advance(60 * WINDOW_SECONDS)
    await alliance.start()
    await zhang.is_quiet(4 * WINDOW_SECONDS)
    assert heard(alliance, zhang.id, "兴隆社区") == MOST
    assert heard(alliance, zhang.id, SLOW_DOWN) == 1
    assert heard(alliance, zhang.id, "张阿姨") == before + 1
