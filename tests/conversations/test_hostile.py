"""Names and texts that break markup, turn lines round or never end: answered like any other."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long

HOSTILE = {
    "markup": "<b>陈&姐</i> &lt; <a href='x'>",
    "emoji": "👩🏽‍🏫🏳️‍🌈陈姐" * 3,
    "right to left": "\u202eשלום陈姐\u2067مرحبا",
    "endless": "陈" * 4000,
    "braces": "{name} {0} %s %(x)d \\n",
    "controls": "陈\x00\x07\u200b姐\n\n第二行",
}


@pytest.fixture(params=list(HOSTILE.values()), ids=list(HOSTILE))
def words(request: pytest.FixtureRequest) -> str:
    """One of the hostile strings."""
    return str(request.param)


async def test_a_hostile_name_goes_through_the_whole_job(
    alliance: Alliance, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    wang, chen, zhang = alliance["王主任"], alliance["陈姐"], alliance["张阿姨"]
    for person in (wang, chen, zhang):
        alliance.world.person(person.id).first_name = words
    alliance.world.chat(alliance.group).title = words
    await wang.says("/notice 请各单位确认")
    await wang.sees("将请 20 家单位反馈")
    await wang.presses("发布到")
    await zhang.sees("📢 通知 1 号")
    assert "兴隆社区" in await chen.presses("有困难")
    await wang.sees("1/20")
    await chen.sends_album([photo(1), photo(2)], f"#活动 8月13日 {words}"[:1000])
    await chen.sees("活动 1 号已登记")
    for person in (wang, chen, zhang, wang.in_private(), zhang.in_private()):
        for question in ("/whoami", "/org 兴隆社区", "/activities", "/activity 1", "/notice 1"):
            await person.says(question)
            await person.answered()
    await wang.says("/pending 1")
    await wang.sees("还差 19 家")
    assert "Fault" not in caplog.text
    assert "not answered" not in caplog.text
    assert "not edited" not in caplog.text


async def test_hostile_words_behind_every_command(
    alliance: Alliance, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    wang = alliance["王主任"]
    for command in (
        "org",
        "orgs",
        "activities",
        "activity",
        "notice",
        "pending",
        "help",
        "liaison",
    ):
        for person in (wang, wang.in_private()):
            await person.says(f"/{command} {words}"[:4096])
            await person.answered()
    assert "Fault" not in caplog.text
    assert "not answered" not in caplog.text


async def test_a_notice_of_5000_characters_is_not_cut_in_silence(alliance: Alliance) -> None:
    """Telegram's apps cut it in two: 4,096 characters with the command, and the rest."""
    wang = alliance["王主任"]
    text = f"/notice {'请确认' * 1664}"
    await wang.says(text[:4096])
    await wang.says(text[4096:])
    preview = await wang.sees("将请 20 家单位反馈")
    assert "⚠️" in wang.reads(preview)
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    assert "全文" in wang.buttons(card)


async def test_a_notice_of_4096_characters_of_markup_is_shown_as_typed(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says(f"/notice {'<b>&' * 1022}")
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    assert "<b>&<b>&" in wang.reads(card)
