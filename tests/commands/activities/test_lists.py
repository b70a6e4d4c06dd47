"""Lists of activities: a line and a button for each, pages, short in a group."""

from datetime import date

import pytest

from commands.activities.looking import lists
from commands.activities.looking.scopes import Scope
from locales import plain
from tests.commands.activities.scene import TODAY
from tests.commands.activities.test_views import (
    CHINESE,
    DEPOT,
    ENGLISH,
    LINE,
    data,
    listing,
)


def test_a_list_in_private_has_a_line_and_a_button_for_each_and_pages() -> None:
    post = lists.in_private(CHINESE, listing(LINE, number=2, pages=3), Scope(DEPOT, 2016, 8), TODAY)
    assert plain(post.text).splitlines() == [
        "活动：兴隆粮库、2016年8月",
        "共 1 个活动，服务 12 人",
        "",
        "3 · 8月13日 金秋助学（兴隆粮库）📷4",
    ]
    assert data(post) == [
        "activities.show:3",
        "activities.page:3:2016:8:0:0:0:0:1",
        "activities.page:3:2016:8:0:0:0:0:3",
        *(f"activities.filter:{number}:3:2016:8:0:0:0:0" for number in range(4)),
        "activities.page:3:2016:8:0:0:1:0:1",
        "activities.page:0:0:0:0:0:0:0:1",
    ]


def test_a_list_in_a_group_is_short_and_leads_to_the_private_chat() -> None:
    post = lists.in_group(CHINESE, listing(*[LINE] * 8, pages=3), Scope(DEPOT, 2016, 8), TODAY)
    assert len(plain(post.text).splitlines()) <= 12
    assert [button.start.split("__")[0] for row in post.buttons for button in row] == ["activities"]


def test_a_list_names_what_is_not_known_and_another_year() -> None:
    old = LINE.model_copy(update={"held_on": date(2015, 12, 3), "organisation": None})
    undated = LINE.model_copy(update={"held_on": None, "photo_count": 0})
    text = plain(lists.in_private(CHINESE, listing(old, undated), Scope(), TODAY).text)
    assert "3 · 2015年12月3日 金秋助学📷4" in text
    assert "3 · 日期未填 金秋助学（兴隆粮库）" in text
    assert "3 · Dec 3, 2015" in lists.in_private(ENGLISH, listing(old), Scope(), TODAY).text


def test_an_empty_list_says_how_to_begin_or_what_was_asked() -> None:
    assert "#活动" in lists.in_group(CHINESE, listing(), Scope(), TODAY).text
    asked = lists.in_private(CHINESE, listing(), Scope(DEPOT, 2016), TODAY)
    assert "还没有登记过活动：兴隆粮库、2016年" in asked.text


@pytest.mark.parametrize(
    ("scope", "args"),
    [
        (Scope(), ""),
        (Scope(DEPOT), "兴隆粮库"),
        (Scope(None, 2016, 8), "2016-08"),
        (Scope(DEPOT, 2016), "兴隆粮库 2016年"),
    ],
)
def test_a_list_can_be_asked_for_again_in_words(scope: Scope, args: str) -> None:
    assert scope.args == args
