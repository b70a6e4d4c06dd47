"""Commands as people type them."""

import pytest
from hypothesis import given, strategies as st

from bot.parsing import Spoken, Vocabulary
from commands.kit import Command, Talk


async def nothing(_talk: Talk) -> None:
    """What a command does is not asked here."""


COMMANDS = (
    Command("notice", ("通知",), "", nothing, bare=True),
    Command("notices", ("通知列表",), "", nothing),
    Command("report", ("活动", "上报"), "", nothing),
    Command("org", ("单位",), "", nothing),
)
VOCABULARY = Vocabulary(COMMANDS, "ThisBot")


def heard(text: str) -> Spoken:
    spoken = VOCABULARY.read(text)
    assert spoken is not None
    return spoken


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("/notice", "notice", ""),
        ("/notice 8月24日开会", "notice", "8月24日开会"),
        ("/NOTICE 8月24日", "notice", "8月24日"),
        ("/notice\n8月24日\n军干四所", "notice", "8月24日\n军干四所"),
        ("  /notice   8月24日  ", "notice", "8月24日"),
        ("/notice@ThisBot 8月24日", "notice", "8月24日"),
        ("/notice@thisbot 8月24日", "notice", "8月24日"),
        ("/notice@THISBOT", "notice", ""),
        ("／ｎｏｔｉｃｅ　8月24日", "notice", "8月24日"),
        ("/notice＠ThisBot 8月24日", "notice", "8月24日"),
        ("/通知 8月24日", "notice", "8月24日"),
        ("／通知　8月24日", "notice", "8月24日"),
        ("!通知 8月24日", "notice", "8月24日"),
        ("！通知，8月24日", "notice", "8月24日"),
        ("/通知8月24日下午3点", "notice", "8月24日下午3点"),
        ("/通知：8月24日", "notice", "8月24日"),
        ("/通知@ThisBot 8月24日", "notice", "8月24日"),
        ("通知：8月24日，请确认", "notice", "8月24日，请确认"),
        ("通知:8月24日", "notice", "8月24日"),
        ("通知 8月24日", "notice", "8月24日"),
        ("通知　8月24日", "notice", "8月24日"),
        ("通知\n8月24日", "notice", "8月24日"),
        ("/通知列表", "notices", ""),
        ("/notices", "notices", ""),
        ("#活动8月13日 金秋助学", "report", "8月13日 金秋助学"),
        ("#活动 8月13日", "report", "8月13日"),
        ("＃活动：8月13日", "report", "8月13日"),
        ("#上报、8月13日", "report", "8月13日"),
        ("/report 8月13日", "report", "8月13日"),
        ("#report 8月13日", "report", "8月13日"),
        ("/org军干", "org", "军干"),
        ("/单位 军干", "org", "军干"),
        ("/notice ｆｕｌｌ ＷＩＤＴＨ", "notice", "ｆｕｌｌ ＷＩＤＴＨ"),
    ],
)
def test_it_hears_a_command(text: str, command: str, args: str) -> None:
    spoken = heard(text)
    assert spoken.command is not None
    assert (spoken.command.name, spoken.args) == (command, args)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "大家好",
        "通知",
        "通知收到了",
        "通知，大家都看到了吗",
        "收到通知：谢谢",
        "活动 8月13日",
        "单位：军干四所",
        "notice the board",
        "1/2",
        "/",
        "//notice",
        "！！！",
        "#",
        "#一等奖",
        "/notice@OtherBot 8月24日",
        "/通知@OtherBot 8月24日",
        "/notice@ThisBotToo",
    ],
)
def test_it_leaves_ordinary_talk_alone(text: str) -> None:
    assert VOCABULARY.read(text) is None


def test_an_unknown_command_is_heard_as_one() -> None:
    assert heard("/hlep me") == Spoken(None, "hlep", "me", to_us=False)


@pytest.mark.parametrize(
    ("text", "to_us", "bare"),
    [
        ("/notice@ThisBot 1", True, False),
        ("/通知@thisbot 1", True, False),
        ("/notice 1", False, False),
        ("通知：开会", False, True),
    ],
)
def test_it_knows_whether_it_was_meant(text: str, to_us: bool, bare: bool) -> None:  # noqa: FBT001 - a table
    assert (heard(text).to_us, heard(text).bare) == (to_us, bare)


@pytest.mark.parametrize(
    ("name", "command"), [("notice", "notice"), ("NOTICE", "notice"), ("通知", "notice")]
)
def test_a_command_is_found_by_either_name(name: str, command: str) -> None:
    found = VOCABULARY.named(name)
    assert found is not None
    assert found.name == command


@given(st.sampled_from(["", "/", "／", "#", "通知：", "/notice", "/通知@ThisBot "]), st.text())
def test_any_text_is_read_and_nothing_is_added_to_it(start: str, rest: str) -> None:
    spoken = VOCABULARY.read(start + rest)
    assert spoken is None or spoken.args in start + rest
