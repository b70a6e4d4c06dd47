"""What a text says of itself, how columns stand, when a week is gathered, what is asked for."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands import FEATURES
from commands.asking.rules import understand
from commands.columns import rules
from commands.kit import Feature, Role
from storage.articles import CONTENT, FILES, TEXT, TITLE
from storage.columns import Column
from tests.asking.grading import TODAY, register

ZONE = ZoneInfo("Asia/Shanghai")
GONE = datetime(2026, 1, 1, tzinfo=UTC)
PARTY = Column(id=1, name="智慧党建", english="Party")
RED = Column(id=2, name="红色知识", parent_id=1, position=1)
NOTICES = Column(id=3, name="通知公告", parent_id=1, position=2, opens="notices")
GUIDES = Column(id=4, name="便民指南", english="Guides", position=3)
OLD = Column(id=5, name="旧栏目", position=4, retired_at=GONE)
EVERY = (PARTY, RED, NOTICES, GUIDES, OLD)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("老年证办理\n带身份证", "老年证办理", "带身份证"),
        ("# 停水通知", "停水通知", ""),
        ("  \n", "", ""),
        ("今天" * 30, "今天" * 19 + "今…", "今天" * 30),
    ],
)
def test_a_title_is_proposed_from_the_first_line(text: str, title: str, body: str) -> None:
    assert rules.propose(text) == (title, body)


@given(st.text(max_size=9_000))
def test_a_long_text_is_cut_into_pages_and_nothing_is_lost(body: str) -> None:
    parts = rules.pages(body)
    assert max(len(one.encode("utf-16-le")) // 2 for one in parts) <= rules.PAGE
    assert "".join("".join(parts).split()) == "".join(body.split())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("办事指南", ("办事指南", "")),
        ("办事指南 / How to", ("办事指南", "How to")),
        ("办事指南｜Guides", ("办事指南", "Guides")),
        ("a/b/c", ("", "")),
        ("", ("", "")),
        ("字" * 41, ("", "")),
    ],
)
def test_a_column_has_one_name_or_two(text: str, names: tuple[str, str]) -> None:
    assert rules.read_names(text) == names


def test_what_is_listed_and_where_articles_can_be_put() -> None:
    assert rules.live(EVERY) == (PARTY, RED, NOTICES, GUIDES)
    assert rules.below(EVERY, None) == (PARTY, GUIDES)
    assert rules.writable(EVERY) == (RED, GUIDES, NOTICES)
    assert rules.articles_only(EVERY) == (RED, GUIDES)
    assert rules.choices(rules.writable(EVERY), 1, 20).items == (RED, GUIDES)
    assert rules.choices(rules.writable(EVERY), 2, 20).items == (NOTICES,)
    retired = PARTY.model_copy(update={"retired_at": GONE})
    assert rules.live((retired, RED, GUIDES)) == (GUIDES,)


def test_a_column_opens_a_feature_where_the_bot_has_it() -> None:
    command = rules.opener(NOTICES, FEATURES, Role.MEMBER)
    assert command is not None
    assert command.name == "notices"
    without = tuple(one for one in FEATURES if one.name != "notices")
    assert rules.opener(NOTICES, without, Role.STAFF) is None
    assert rules.opener(GUIDES, (Feature("x", "x"),), Role.STAFF) is None
    for_staff = NOTICES.model_copy(update={"opens": "publish"})
    assert rules.opener(for_staff, FEATURES, Role.MEMBER) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-08-20T01:00+00:00", "2026-08-21T08:00+00:00"),
        ("2026-08-21T07:59+00:00", "2026-08-21T08:00+00:00"),
        ("2026-08-21T08:00+00:00", "2026-08-28T08:00+00:00"),
        ("2026-08-22T01:00+00:00", "2026-08-28T08:00+00:00"),
    ],
)
def test_the_next_gathering_is_on_friday_afternoon(now: str, due: str) -> None:
    found = rules.next_gathering(datetime.fromisoformat(now), ZONE)
    assert found == datetime.fromisoformat(due)


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("怎么办老年证", "老年证"),
        ("老年证怎么办", "老年证"),
        ("办老年证要带什么", "老年证"),
        ("请问申请低保需要什么材料？", "低保"),
        ("居住证在哪里办", "居住证"),
        ("老年证", "老年证"),
        ("怎么办", "怎么办"),
        ("how do I get a senior card?", "senior card"),
    ],
)
def test_what_a_question_is_about(asked: str, thing: str) -> None:
    assert rules.thing_asked(asked) == thing


def test_one_guide_is_sure_and_several_are_not() -> None:
    assert rules.is_sure("老年证", ["怎么办"]) == 0
    assert rules.is_sure("老年证", ["居住证", "老年证指南"]) == 1
    assert rules.is_sure("办理", ["居住证办理", "老年证办理"]) is None
    assert rules.is_sure("老年证", []) is None


def test_what_words_change() -> None:
    assert rules.changes(TITLE, "新\n标题", has_title=True) == {"title": "新 标题"}
    assert rules.changes(TEXT, "正文", has_title=True) == {"body": "正文"}
    assert rules.changes(CONTENT, "标题\n正文", has_title=False) == {
        "title": "标题",
        "body": "正文",
    }
    assert rules.changes(FILES, "说明", has_title=True) == {}
    assert rules.changes(FILES, "说明", has_title=False) == {"title": "说明", "body": ""}
    assert rules.changes(TEXT, "", has_title=True) == {}


@pytest.mark.parametrize(
    ("asked", "does"),
    [
        ("怎么办老年证", ("guide", "老年证")),
        ("老年证怎么办", ("guide", "老年证")),
        ("办老年证要带什么", ("guide", "办老年证")),
        ("请问居住证去哪里办", ("guide", "居住证")),
        ("how do I get a senior card", ("guide", "senior card")),
        ("有哪些栏目", ("columns", "")),
        ("怎么发布文章", ("publish", "")),
    ],
)
def test_people_ask_in_their_own_words(asked: str, does: tuple[str, str]) -> None:
    found = understand(asked, FEATURES, register(), TODAY)
    assert found.is_sure, found.readings
    assert found.readings[0].does == does
    assert rules.thing_asked(does[1]) in {"老年证", "居住证", "senior card", ""}


@pytest.mark.parametrize("asked", ["怎么发通知", "怎么登记活动", "谁还没回复", "怎么用"])
def test_other_questions_stay_what_they_are(asked: str) -> None:
    found = understand(asked, FEATURES, register(), TODAY)
    assert found.readings[0].does[0] != "guide"
