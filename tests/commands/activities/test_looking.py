"""Scopes and filters, the gallery's leaves, and which reactions mean that somebody likes it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from commands.activities import liking
from commands.activities.gallery import views as gallery
from commands.activities.gallery.views import Leaf
from commands.activities.looking import filters, lists, scopes
from commands.activities.looking.scopes import NUMBERS, Scope
from commands.activities.looking.searches import Search as Typed, read_search
from commands.kit import Page, Post
from locales import Words
from storage.activity_lists import Wanted
from storage.facets import Month, Share
from storage.galleries import Shown
from storage.searches import Search
from tests.commands.activities.scene import DEPOT, REGISTER, TODAY, TONGLE, UNICOM, on, photo
from tests.commands.activities.test_views import (
    ANY_TEXT,
    BOTH,
    CHINESE,
    LINE,
    check_limits,
    data,
    labels,
    listing,
)
from tests.commands.posts import check_limits as check_words

FULL = Scope(
    DEPOT.model_copy(update={"id": 999999}),
    9998,
    12,
    "development",
    TONGLE.model_copy(update={"id": 999999, "community": "同乐社区"}),
    is_mine=True,
    search=Search(id=99999999, words="义诊"),
)


def shown(number: int, **changes: object) -> Shown:
    """A photo in the gallery."""
    whole = photo(number).model_dump() | {"title": "义诊", "held_on": on(8, 13)} | changes
    return Shown.model_validate(whole)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("", Typed("")),
        ("粮库 8月", Typed("粮库", 2016, 8)),
        ("安全稳定", Typed("", linkage="safety")),
        ("我的 民生工作 去年", Typed("", 2015, 0, "livelihood", is_mine=True)),
        ("Mine Safety drill", Typed("drill", linkage="safety", is_mine=True)),
        ("安全稳定宣传", Typed("安全稳定宣传")),
    ],
)
def test_what_is_typed_is_taken_apart(text: str, typed: Typed) -> None:
    assert read_search(text, TODAY) == typed


def test_the_widest_scope_fits_into_a_button() -> None:
    assert len(FULL.numbers) == len(NUMBERS)
    for post in (
        Post(CHINESE.t("Any"), filters.rows(CHINESE, FULL)),
        lists.in_private(CHINESE, listing(LINE, number=500, pages=999), FULL, TODAY),
    ):
        check_limits(post)


def test_a_scope_asks_storage_for_all_that_it_is_narrowed_by() -> None:
    assert Scope().is_any
    assert Scope().wanted(7) == Wanted()
    assert FULL.in_month(2016, 8).wanted(7) == Wanted(
        organisation_id=999999,
        first=on(8, 1),
        last=on(8, 31),
        linkage="development",
        community="同乐社区",
        person_id=7,
        words="义诊",
    )


def test_buttons_of_earlier_lists_still_count() -> None:
    assert scopes.padded((3, 2016, 8)) == (3, 2016, 8, 0, 0, 0, 0)
    assert scopes.padded((1, 2, 3, 4, 5, 6, 7)) == (1, 2, 3, 4, 5, 6, 7)
    assert scopes.padded((1, 2)) is None
    assert scopes.padded(()) is None


def test_a_community_is_known_by_its_first_organisation() -> None:
    at = {"community": "同乐社区"}
    register = (DEPOT, TONGLE.model_copy(update=at), UNICOM.model_copy(update=at))
    assert [one.id for one in scopes.communities(register)] == [TONGLE.id]
    assert scopes.community_of(register, UNICOM.id) is None


def test_mine_is_turned_on_and_off_by_one_button() -> None:
    (*_, last) = filters.rows(CHINESE, replace(Scope(), is_mine=True))
    assert [button.label for button in last] == ["✅ 我的", "✖ 全部活动"]
    assert last[0].data == "activities.page:0:0:0:0:0:0:0:1"


@pytest.mark.parametrize(
    ("reactions", "is_like"),
    [
        ({"👍"}, True),
        ({"❤\ufe0f"}, True),
        ({"❤\ufe0f\u200d🔥"}, True),
        ({"👎", "🔥"}, True),
        ({"👎"}, False),
        ({"💩"}, False),
        ({""}, False),
        (set(), False),
    ],
)
def test_kind_reactions_are_likes(reactions: set[str], is_like: bool) -> None:  # noqa: FBT001 - a row of a table
    assert liking.means_like(frozenset(reactions)) == is_like


def test_a_leaf_leads_on_and_to_the_months_beside_it() -> None:
    photos = tuple(shown(number, activity_id=3) for number in range(1, 11))
    leaf = Leaf((2016, 8), Page(photos, 1, 3), 23, (2016, 5), (2016, 10))
    post = gallery.in_private(CHINESE, leaf, TODAY)
    assert labels(post) == ["3 号", "更多照片 2/3 ▶", "◀ 2016年5月", "2016年10月 ▶"]
    assert data(post)[1:] == [
        "activities.gallery:2016:8:2",
        "activities.gallery:2016:5:1",
        "activities.gallery:2016:10:1",
    ]
    assert "照片第 1–10 张，共 23 张" in post.text
    assert len(gallery.album(leaf).photos) == 10


@settings(deadline=None)
@given(BOTH, ANY_TEXT, ANY_TEXT)
def test_whatever_is_written_the_looking_stays_within_limits(
    words: Words, name: str, text: str
) -> None:
    wild = [
        one.model_copy(update={"short_name": name, "community": text.strip() or "？"})
        for one in REGISTER
    ]
    scope = replace(FULL, organisation=wild[0], community=wild[1], search=Search(id=1, words=text))
    photos = tuple(shown(number, activity_id=number, title=text) for number in range(1, 11))
    leaf = Leaf((2016, 8), Page(photos, 1, 3), 23)
    shares = [Share(id=1, name=name, count=10**6)] * 30
    for post in (
        lists.in_private(words, listing(*[LINE] * 8), scope, TODAY),
        lists.in_private(words, listing(), scope, TODAY),
        filters.months(words, scope, [Month(year=2016, month=8, count=10**6)] * 24),
        filters.kinds(words, scope, {"safety": 10**6}),
        filters.owners(words, scope, shares, {1: wild[0]}),
        filters.communities(words, scope, wild),
        gallery.in_private(words, leaf, TODAY),
        gallery.in_group(words, leaf, TODAY),
    ):
        check_words(post)
