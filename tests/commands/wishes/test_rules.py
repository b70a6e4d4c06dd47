"""What a line says of a wish, and what in it may be somebody's private matter."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from commands.wishes import rules
from commands.wishes.rules import Told
from storage.wishes import AMOUNT, DETAILS, DONE, DUE, WHAT, WHOM
from tests.vocabulary.clock import ZONE

NOW = datetime(2026, 8, 20, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "冬衣 20件 给困难家庭 8月28日前",
            Told("冬衣", "困难家庭", 20, "件", date(2026, 8, 28)),
        ),
        ("一台轮椅 给一位独居老人", Told("轮椅", "一位独居老人", 1, "台")),
        (
            "陪聊一小时 送给 独居老人 下周五前",
            Told("陪聊", "独居老人", 1, "小时", date(2026, 8, 28)),
        ),
        ("给孩子 30本绘本", Told("绘本", "孩子", 30, "本")),
        (
            "闲置衣物（冬衣、被褥）100件，给困难家庭",
            Told("闲置衣物（冬衣、被褥）", "困难家庭", 100, "件"),
        ),
        (
            "20 winter coats for families in need by 28 August",
            Told("winter coats", "families in need", 20, "", date(2026, 8, 28)),
        ),
        ("书包", Told("书包")),
        ("", Told()),
    ],
)
def test_a_line_is_read(line: str, told: Told) -> None:
    assert rules.read(line, NOW, ZONE) == told


def test_what_a_line_leaves_open_is_asked_first() -> None:
    asked = [rules.read(line, NOW, ZONE).values["step"] for line in ("", "书包", "书包 给孩子")]
    assert asked == [WHAT, WHOM, DETAILS]


def test_how_many_is_not_asked_of_who_said_so() -> None:
    assert rules.step_after(WHOM) == AMOUNT
    assert rules.step_after(WHOM, is_counted=True) == DUE
    assert rules.step_after(DETAILS) == rules.step_after("") == DONE


@pytest.mark.parametrize(
    "said",
    [
        "13800001234",
        "电话138-0000-1234",
        "+86 138 0000 1234",
        "０３７１－６０００１２３４",
        "身份证410102195001011234",
        "41010219500101123X",
        "家里60001234",
    ],
)
def test_numbers_of_telephones_and_identity_cards_are_refused(said: str) -> None:
    assert rules.is_refused(said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("王大爷", "王大爷"),
        ("李奶奶家的孩子", "李奶奶"),
        ("张桂英", "张桂英"),
        ("老张", "老张"),
        ("姓名：欧阳", "姓名:欧阳"),
        ("住3号楼2单元", "3号楼"),
        ("五单元的老人", "五单元"),
        ("12-3-401", "12-3-401"),
        ("Old Mr Wang's son", "Mr Wang"),
        ("the family in flat 12", "flat 12"),
    ],
)
def test_what_may_be_a_name_or_a_house_is_asked_about(said: str, found: str) -> None:
    assert found in rules.doubtful(said)


@pytest.mark.parametrize(
    "said",
    [
        *("一位独居老人", "困难家庭", "高龄老人", "白内障老人", "毛衣", "方便面", "周末陪伴"),
        *("冬衣 20件", "闲置衣物（冬衣、被褥）", "孩子", "一名小学生", "号召捐赠", "an old man"),
    ],
)
def test_general_words_are_not(said: str) -> None:
    assert rules.doubtful(said) == ()
    assert not rules.is_refused(said)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("20", (20, "")),
        ("二十件", (20, "件")),
        ("３ 台", (3, "台")),
        ("0", None),
        ("10000", None),
        ("很多", None),
        ("两三件", None),
    ],
)
def test_how_many(said: str, read: tuple[int, str] | None) -> None:
    assert rules.read_amount(said) == read


def test_buttons_never_offer_more_than_is_left() -> None:
    assert rules.amounts(1) == (1,)
    assert rules.amounts(4) == (1, 2, 3, 4)
    assert rules.amounts(100) == (1, 2, 3, 5, 10, 20, 100)


@given(st.text(alphabet=st.sampled_from("冬衣给王大爷3号楼20件 ，。8月1日前138-for by?")))
def test_any_words_are_read(words: str) -> None:
    told = rules.read(words, NOW, ZONE)
    assert len(told.what) <= rules.LIMITS[WHAT]
    assert len(told.whom) <= rules.LIMITS[WHOM]
    assert told.amount is None or 1 <= told.amount <= rules.MOST
    assert all(one in words or one.replace(" ", "") for one in rules.doubtful(words))
