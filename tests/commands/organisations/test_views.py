"""Organisations as people see them: short in a group, whole in private, always within limits."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy

from commands.kit import pack
from commands.organisations import cards, lists
from commands.organisations.cards import Inside, Known
from commands.organisations.editing import views as editing
from commands.organisations.labels import FIELDS
from commands.organisations.pairing import views as pairs
from locales import Catalogues
from storage.alterations import Alteration, Altered, Outcome
from storage.doings import Doings
from storage.newcomers import Joined
from storage.organisations import CATEGORIES, Organisation
from storage.pairings import Pairing
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
INSIDE = Inside(VISITED, TODAY)
CHEN = Liaison(id=2001, name="陈姐")


def pairing(name: str, since: date | None = TODAY) -> Pairing:
    return Pairing(
        id=2**50,
        organisation_id=2**50,
        organisation=name,
        community_id=2**50 - 1,
        community=name,
        since=since,
        paired_by=1,
        paired_at=datetime(2026, 8, 24, tzinfo=UTC),
    )


def changed(outcome: Outcome, value: str) -> Altered:
    ids = {"id": 2**50, "organisation_id": 2**50}
    said = {"organisation": value, "field": "offers", "old": value, "new": value}
    return Altered(outcome=outcome, alteration=Alteration(**ids, **said), by=value)


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
    assert "Excel" in lists.overview(CHINESE, [], is_private=False).text
    post = lists.overview(CHINESE, [], is_private=True, staff_rows=lists.staff_rows(CHINESE, 2))
    assert data(post) == ["organisations.add", "organisations.importing", "organisations.former"]


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
    post = cards.card(CHINESE, JUNGAN, Known([CHEN], QUIET))
    assert "军干四所党总支" in post.text
    assert "驻区单位" in post.text
    assert "陈姐" in post.text
    assert "tg://" not in post.text
    assert len(post.text.splitlines()) == 4
    assert data(post) == []


def test_a_card_counts_activities_and_open_notices() -> None:
    text = cards.card(CHINESE, JUNGAN, Known([], Doings(activities=3, unanswered=2))).text
    assert "<code>/活动列表 军干四所</code>" in text
    assert "2" in text.splitlines()[-1]


def test_staff_in_private_can_write_to_remove_and_invite() -> None:
    post = cards.staff_card(CHINESE, JUNGAN, Known([CHEN], QUIET), INSIDE)
    assert "tg://user?id=2001" in post.text
    assert data(post) == [
        "people.rank:2001:15:1",
        "people.remove_liaison:2001:15",
        "people.invite:15",
        "people.invite:15:1",
        "visits.open:15",
        "visits.begin:15",
        "organisations.edit:15",
        "organisations.pairs:15",
        "organisations.category:4",
    ]
    assert post.text.endswith("🚶 走访：上次 8月20日 周四，2 项承诺未兑现（⚠️ 逾期 1 项）")


def test_staff_see_whether_an_organisation_was_visited() -> None:
    never = VISITED.model_copy(update={"last_on": None, "visits": 0, "open": 0, "overdue": 0})
    post = cards.staff_card(CHINESE, JUNGAN, Known([], QUIET), Inside(never, TODAY))
    assert post.text.endswith("🚶 走访：还没去过")
    assert "visits.open:15" not in data(post)
    kept = VISITED.model_copy(update={"open": 0, "overdue": 0})
    post = cards.staff_card(CHINESE, JUNGAN, Known([], QUIET), Inside(kept, TODAY))
    assert post.text.endswith("8月20日 周四")


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("category", CATEGORIES)
def test_hostile_names_keep_the_limits(value: str, category: str) -> None:
    facts = dict.fromkeys(set(FIELDS) - {"category", "place"}, value)
    place = {"latitude": 34.7866, "longitude": 113.6506}
    one = Organisation(id=2**50, position=1, category=category, **facts, **place)
    person = Liaison(id=2**52, name=value)
    known = Known([person] * 50, QUIET, [pairing(value)] * 50)
    for post in (
        lists.overview(CHINESE, [one] * 300, is_private=True),
        lists.overview(CHINESE, [one] * 300, is_private=False),
        lists.category_page(CHINESE, category, [one] * 300, 1),
        lists.category_line(CHINESE, category, [one] * 300),
        lists.unknown_category(CHINESE, value, [one]),
        lists.hits(CHINESE, value, [one] * 300),
        cards.staff_card(CHINESE, one, known, Inside(VISITED, TODAY, [person] * 50)),
        cards.private_card(CHINESE, one, known),
        cards.card(CHINESE, one, known),
        cards.none(CHINESE, value, value),
        editing.fields(CHINESE, one),
        editing.categories(CHINESE, one),
        *(editing.asking(CHINESE, one, field, 2**50) for field in FIELDS),
        editing.newcomer(CHINESE, 2**50, (value[:100], value[:30])),
        editing.joined(CHINESE, Joined(organisation=one)),
        editing.joined(CHINESE, Joined(owner=value)),
        editing.leaves(CHINESE, one),
        editing.left(CHINESE, one),
        editing.is_back(CHINESE, one),
        editing.former(CHINESE, [one] * 300, 2),
        *(editing.altered(CHINESE, changed(outcome, value)) for outcome in Outcome),
        pairs.pairs(CHINESE, one, [pairing(value)] * 20, [one] * 300, 1),
        pairs.since_when(CHINESE, pairing(value), TODAY),
        pairs.question(CHINESE, pairing(value)),
        pairs.paired(CHINESE, pairing(value)),
        pairs.parted(CHINESE, pairing(value)),
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


def test_a_card_tells_what_is_known_and_where_it_is() -> None:
    known = {
        "former_names": "老干部所\n军干所",
        "phone": "0371-60001234",
        "hours": "周一至周五 9:00-17:00",
        "offers": "大型会议场地",
        "needs": "志愿者",
        "latitude": 34.7866,
        "longitude": 113.6506,
    }
    one = JUNGAN.model_copy(update=known)
    around = Known([], QUIET, [pairing("兴隆社区", None), pairing("同乐社区")])
    post = cards.card(CHINESE, one, around)
    for said in (
        "曾用名：老干部所、军干所",
        "0371-60001234",
        "周一至周五 9:00-17:00",
        "可提供：大型会议场地",
        "需求：志愿者",
        "兴隆社区、同乐社区（2026年8月24日",
    ):
        assert said in post.text, said
    assert data(post) == ["organisations.map:15"]
    place = cards.on_the_map(one)
    assert place is not None
    assert place.venue is not None
    assert (place.venue.latitude, place.venue.title) == (34.7866, "军干四所党总支")
    assert cards.on_the_map(JUNGAN) is None


def test_who_has_left_can_only_be_brought_back() -> None:
    gone = JUNGAN.model_copy(update={"retired_at": datetime(2026, 8, 24, tzinfo=UTC)})
    post = cards.staff_card(CHINESE, gone, Known([CHEN], QUIET), INSIDE)
    assert "已退出联盟" in post.text
    assert data(post) == ["organisations.back:15", "organisations.category:4"]
