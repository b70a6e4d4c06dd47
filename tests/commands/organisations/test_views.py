"""Organisations as people see them: short in a group, whole in private, always within limits."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy

from commands.kit import pack
from commands.organisations import cards, lists
from locales import Catalogues
from storage.doings import Doings
from storage.organisations import CATEGORIES, Organisation
from storage.people import Liaison
from storage.visit_lists import Standing
from tests.commands.posts import HOSTILE, check_limits, data, starts

CHINESE = Catalogues().words("zh_CN")
QUIET = Doings(activities=0, unanswered=0)
TODAY = date(2026, 8, 24)
VISITED = Standing(
    organisation_id=15,
    organisation="军干四所",
    visits=2,
    last_on=date(2026, 8, 20),
    open=2,
    overdue=1,
)
JUNGAN = Organisation(
    id=15,
    position=15,
    name="军干四所党总支",
    short_name="军干四所",
    category="stationed",
    notes="提供大型会议场地",
)
CHEN = Liaison(id=2001, name="陈姐")


def many(count: int) -> list[Organisation]:
    return [
        JUNGAN.model_copy(update={"id": number, "short_name": f"单位{number}"})
        for number in range(1, count + 1)
    ]


def test_in_a_group_names_of_a_category_stand_in_one_line() -> None:
    post = lists.overview(CHINESE, [JUNGAN, *many(1)], is_private=False)
    assert "军干四所、单位1" in post.text
    assert post.buttons == ()


def test_a_long_register_leads_from_the_group_to_the_private_chat() -> None:
    post = lists.overview(CHINESE, many(40), is_private=False)
    assert starts(post) == ["orgs"]
    assert post.text.count("\n") <= 12


def test_in_private_each_category_is_a_button() -> None:
    post = lists.overview(CHINESE, [JUNGAN], is_private=True)
    assert data(post) == [pack("organisations.category", 4)]


def test_an_empty_register_says_what_to_do() -> None:
    assert "gongjian import" in lists.overview(CHINESE, [], is_private=False).text


def test_pages_of_a_category_turn() -> None:
    post = lists.category_page(CHINESE, "stationed", many(20), 2)
    assert "9. " in post.text
    assert pack("organisations.category", 4, 1) in data(post)
    assert pack("organisations.category", 4, 3) in data(post)


def test_at_most_ten_are_offered_and_the_rest_is_counted() -> None:
    post = lists.hits(CHINESE, "单位", many(13))
    assert len(data(post)) == 10
    assert "3" in post.text.splitlines()[-1]


def test_a_card_has_what_the_register_says_and_no_empty_lines() -> None:
    post = cards.card(CHINESE, JUNGAN, [CHEN], QUIET)
    assert "军干四所党总支" in post.text
    assert "驻区单位" in post.text
    assert "陈姐" in post.text
    assert "地址" not in post.text
    assert "tg://" not in post.text
    assert post.buttons == ()


def test_a_card_counts_activities_and_open_notices() -> None:
    text = cards.card(CHINESE, JUNGAN, [], Doings(activities=3, unanswered=2)).text
    assert "<code>/activities 军干四所</code>" in text
    assert "2" in text.splitlines()[-1]


def test_staff_in_private_can_write_to_remove_and_invite() -> None:
    post = cards.staff_card(CHINESE, JUNGAN, [CHEN], QUIET, VISITED, TODAY)
    assert "tg://user?id=2001" in post.text
    assert data(post) == [
        "people.rank:2001:15:1",
        "people.remove_liaison:2001:15",
        "people.invite:15",
        "people.invite:15:1",
        "visits.open:15",
        "visits.begin:15",
        "organisations.category:4",
    ]
    assert post.text.endswith("🚶 走访：上次 8月20日 周四，2 项承诺未兑现（⚠️ 逾期 1 项）")


def test_staff_see_whether_an_organisation_was_visited() -> None:
    never = VISITED.model_copy(update={"last_on": None, "visits": 0, "open": 0, "overdue": 0})
    post = cards.staff_card(CHINESE, JUNGAN, [], QUIET, never, TODAY)
    assert post.text.endswith("🚶 走访：还没去过")
    assert "visits.open:15" not in data(post)
    kept = VISITED.model_copy(update={"open": 0, "overdue": 0})
    assert cards.staff_card(CHINESE, JUNGAN, [], QUIET, kept, TODAY).text.endswith("8月20日 周四")


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("category", CATEGORIES)
def test_hostile_names_keep_the_limits(value: str, category: str) -> None:
    facts = dict.fromkeys(("name", "short_name", "community", "address", "notes"), value)
    one = Organisation(id=2**50, position=1, category=category, **facts)
    person = Liaison(id=2**52, name=value)
    for post in (
        lists.overview(CHINESE, [one] * 300, is_private=True),
        lists.overview(CHINESE, [one] * 300, is_private=False),
        lists.category_page(CHINESE, category, [one] * 300, 1),
        lists.category_line(CHINESE, category, [one] * 300),
        lists.unknown_category(CHINESE, value, [one]),
        lists.hits(CHINESE, value, [one] * 300),
        cards.staff_card(CHINESE, one, [person] * 50, QUIET, VISITED, TODAY),
        cards.private_card(CHINESE, one, [person] * 50, QUIET),
        cards.none(CHINESE, value, value),
        cards.how_to(CHINESE, [one], is_private=True),
    ):
        check_limits(post)


def registers() -> SearchStrategy[list[Organisation]]:
    category = st.sampled_from(CATEGORIES)
    return st.lists(st.builds(like_jungan, category, st.text(min_size=1)), min_size=1, max_size=60)


def like_jungan(category: str, name: str) -> Organisation:
    return JUNGAN.model_copy(update={"category": category, "short_name": name, "name": name})


@given(register=registers(), is_private=st.booleans())
def test_any_register_can_be_shown(register: list[Organisation], *, is_private: bool) -> None:
    check_limits(lists.overview(CHINESE, register, is_private=is_private))
