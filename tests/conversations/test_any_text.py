"""A text as long as Telegram takes, emoji, and what looks like markup go through all of a draft."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long

TEXTS = {
    "long": "会" * 4096,
    "emoji": "😀" * 2048,
    "markup": "<b>请</b> & <i>明天前 &lt; ＿＿ </u>\n" * 90,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_it_is_composed_kept_opened_and_sent(alliance: Alliance, text: str) -> None:
    wang, group = alliance["王主任"].in_private(), alliance["王主任"]
    text = text.strip()
    said = await wang.says(text)
    await wang.says("/通知", reply_to=said)
    preview = await wang.sees("（尚未发布）")
    beginning = text[:500]
    assert beginning in wang.reads(preview)
    await wang.sends_photo(photo("图"), reply_to=preview["message_id"])
    await alliance.shows(wang, preview, "一起发出：1 张照片")
    await wang.presses("⋯ 更多", on=preview)
    await wang.presses("💾 存为模板", on=preview)
    await alliance.shows(wang, preview, "💾 将存为模板")
    question = await wang.sees("给这个模板起个名字")
    await wang.says(f"{text[:200]} <i>&", reply_to=question["message_id"])
    await wang.sees("存好了")
    await wang.says("/通知")
    await wang.presses("📄 ")
    await wang.is_quiet()
    other = await wang.sees("（尚未发布）")
    assert other["message_id"] != preview["message_id"]
    await wang.presses("发布到", on=preview)
    card = await group.sees("📢 通知 1 号")
    assert beginning in group.reads(card)
    assert len(group.files()) == 1
    await wang.says("/通知 1")
    whole = await wang.sees("📢 通知 1 号")
    assert beginning in wang.reads(whole)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_it_is_an_answer_to_every_question_of_a_draft(
    alliance: Alliance, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/通知 开会")
    preview = await wang.sees("（尚未发布）")
    for place in range(20):
        await wang.forges(f"notices.panel:1:{place}", preview["message_id"])
        await wang.says(text.strip(), reply_to=preview["message_id"])
    await wang.is_quiet()
    assert "Fault" not in caplog.text
