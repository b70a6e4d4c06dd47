"""A press that only the buttons of another form make: refused kindly, and nothing is kept."""

import sqlite3
from contextlib import closing

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_forms import posted

pytestmark = pytest.mark.slow  # it talks for long

REFUSED = "这条通知没有这个选项，请按它上面现有的按钮。"
ASKS = {
    "收到 / 有困难": (),
    "只要收到": (),
    "接龙报名": ("3",),
    "单选": ("甲\n乙",),
    "多选": ("甲\n乙",),
    "报一个数": (),
    "填一句话": (),
    "收材料": (),
}
PRESSES = {
    "received": {"收到 / 有困难", "只要收到"},
    "difficulty": {"收到 / 有困难"},
    "come:1": {"接龙报名"},
    "cannot": {"接龙报名"},
    "choose:2": {"单选", "多选"},
    "choose:3": set[str](),
    "choose:-1": set[str](),
}


def data(press: str, place: str, subject_id: int) -> str:
    """A button's data as this message would bear it."""
    name, _, number = press.partition(":")
    return f"notices.{place}{name}:{subject_id}" + (f":{number}" if number else "")


def traces(alliance: Alliance) -> int:
    """What answering left in the database."""
    tables = ("answers", "changes", "reads")
    with closing(sqlite3.connect(alliance.settings.database)) as file:
        rows = [file.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables]  # noqa: S608 - three names
    return sum(rows)


@pytest.mark.parametrize("form", ASKS)
async def test_answers_of_other_forms_are_refused(
    alliance: Alliance, form: str, caplog: pytest.LogCaptureFixture
) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    card = await posted(alliance, form, *ASKS[form])
    await alliance["王主任"].in_private().says("/pending 1")
    await alliance["王主任"].in_private().presses("现在提醒")
    reminder = await chen.sees("提醒")
    for press, forms in PRESSES.items():
        if form in forms:
            continue
        on_card = data(press, "", 1)
        assert await alliance["陈姐"].forges(on_card, card["message_id"]) == REFUSED, press
        assert await chen.forges(on_card, reminder["message_id"]) == REFUSED, press
        for place in ("copy_", "reminder_", "mention_"):
            on_it = data(press, place, 1)
            toast = await chen.forges(on_it, reminder["message_id"])
            assert toast == REFUSED or "按钮" in toast, (press, place, toast)
    assert traces(alliance) == 0
    assert "Fault" not in caplog.text
    assert chen.buttons(reminder)
    await alliance.until(lambda: "0/20" in alliance["陈姐"].reads(card))


async def test_in_english(alliance: Alliance) -> None:
    await posted(alliance, "只要收到")
    emma = alliance["Emma"]
    card = await emma.sees("📢 通知 1 号")
    toast = await emma.forges("notices.come:1:1", card["message_id"])
    assert toast == "This notice does not ask that. Please use the buttons that it shows."
    assert traces(alliance) == 0
