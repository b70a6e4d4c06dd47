"""Many notices, and who has not answered: short in the group, whole in private."""

import pytest

from commands.kit import pack
from commands.notices.following import pending
from commands.notices.reading import lists
from locales import Words, plain
from storage.listings import Listing
from storage.notices import DIFFICULTY, RECEIVED
from tests.commands.notices.scene import (
    EN,
    HOSTILE,
    NOW,
    ZH,
    board,
    check_limits,
    data,
    labels,
    notice,
    standing,
    starts,
    twenty,
)

TODAY = NOW.date()


def test_the_list_shows_first_lines_and_progress() -> None:
    one = notice("下午三点开会\n地点：军干四所", number=7, asked=20, answered=3)
    found = Listing(notices=(one,), number=1, count=2)
    post = lists.listing(ZH, found, TODAY, is_private=True)
    assert "<b>7 号</b> 下午三点开会 · 3/20 · 8月20日 周四" in post.text
    assert data(post) == [pack("notices.show", 7), pack("notices.page", 2)]


def test_from_the_group_numbers_lead_to_the_private_chat() -> None:
    found = Listing(notices=(notice(number=7),), number=1, count=1)
    assert starts(lists.listing(ZH, found, TODAY, is_private=False)) == ["notice_7"]


def test_a_closed_notice_shows_no_progress() -> None:
    found = Listing(notices=(notice(state="closed", asked=20),), number=1, count=1)
    assert "/20" not in lists.listing(ZH, found, TODAY, is_private=True).text


def test_empty_lists_say_so() -> None:
    nothing = Listing(notices=(), number=1, count=1)
    assert "还没有发布过通知" in lists.listing(ZH, nothing, TODAY, is_private=True).text
    assert "目前没有等待反馈的通知" in lists.open_notices(ZH, ()).text


def test_open_notices_are_buttons() -> None:
    many = (
        notice("防汛\n立即回复", number=9, asked=20, answered=18, difficulties=2, weight="urgent"),
        notice("报值班表", number=8, asked=20, answered=3, deadline=NOW, weight="important"),
        notice("周末活动", number=7, answered=12, audience="everybody"),
        notice(number=6, asked=20, answered=20),
    )
    post = lists.open_notices(ZH, many)
    assert plain(post.text).splitlines()[1:] == [
        "🚨 9 号 防汛 · 18/20 ⚠️2",
        "❗ 8 号 报值班表 · 3/20",
        "　⏰ 8月20日 周四 09:00 截止",
        "7 号 周末活动 · 12 人",
        "6 号 下午三点开会 · 20/20",
    ]
    assert labels(post) == ["9 号，差 2 家", "8 号，差 17 家", "7 号 ✅", "6 号 ✅"]
    assert data(post)[0] == pack("notices.pending", 9)
    english = plain(lists.open_notices(EN, many).text)
    assert "7 周末活动 · 12 answered" in english


def test_more_open_notices_than_are_shown_are_admitted() -> None:
    many = [notice(number=n) for n in range(1, 22)]
    assert "还有更多" in lists.open_notices(ZH, many).text
    assert "还有更多" not in lists.open_notices(ZH, many[:20]).text


def test_in_private_a_liaisons_name_opens_a_chat() -> None:
    asked = board(standing(1, "", "", "陈姐", "小陈"), standing(2), standing(3, RECEIVED), reads=2)
    post = pending.in_private(ZH, asked)
    assert "👀 看过 2" in labels(post)
    assert post.text == (
        "📋 通知 1 号：1/3，还差 2 家。\n\n"
        "<b>非公企业</b>\n"
        '• 单位1：<a href="tg://user?id=1">陈姐</a>、<a href="tg://user?id=2">小陈</a>\n\n'
        "<b>社会组织</b>\n"
        "• 单位2：尚无联络员"
    )


def test_difficulties_come_with_their_reasons() -> None:
    asked = board(standing(1, DIFFICULTY, "没有车"), standing(2, DIFFICULTY))
    private, group = pending.in_private(ZH, asked).text, pending.in_group(ZH, asked).text
    assert "• 单位1（陈姐）：没有车\n• 单位2（陈姐）：还没说明原因" in private
    assert "⚠️ 单位1：没有车\n⚠️ 单位2：还没说明原因" in group


def test_in_the_group_nobody_is_called() -> None:
    post = pending.in_group(ZH, board(standing(1, "", "", "陈姐"), standing(5)))
    assert "<b>非公企业</b>：单位1（陈姐）、单位5（尚无联络员）" in post.text
    assert "tg://" not in post.text
    assert starts(post) == ["pending_1"]


def test_many_missing_are_only_counted_in_the_group() -> None:
    post = pending.in_group(ZH, twenty(3))
    assert "社区 5 家\n非公企业 4 家" in post.text
    assert "单位" not in post.text.replace("驻区单位", "")


def test_nobody_missing_is_said() -> None:
    assert "20/20，全部已反馈" in pending.in_private(ZH, twenty(20)).text
    assert "没有需要反馈的单位" in pending.in_group(ZH, board()).text


def test_what_does_not_fit_is_on_further_pages() -> None:
    asked = board(*(standing(n, "", "", "陈姐", "小陈") for n in range(1, 301)))
    first = pending.in_private(ZH, asked)
    assert data(first)[0] == pack("notices.pending", 1, 2)
    pages = {pending.in_private(ZH, asked, number).text for number in range(1, 20)}
    assert sum(page.count("陈姐") for page in pages) == 300
    assert all(page.count("<a ") <= 90 for page in pages), "Telegram keeps no more entities"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_nothing_that_people_write_breaks_a_limit(text: str, words: Words) -> None:
    stands = [standing(n, "", "", *[text] * 9) for n in range(1, 13)]
    stands += [standing(n, DIFFICULTY, text[:1000]) for n in range(13, 30)]
    named = [
        one.model_copy(
            update={
                "answered_by": text,
                "organisation": one.organisation.model_copy(update={"short_name": text}),
            }
        )
        for one in stands
    ]
    facts = {"deadline": NOW, "weight": "urgent", "difficulties": 9}
    many = tuple(notice(text, number=10**9, asked=20, **facts) for _ in range(30))
    for post in (
        pending.in_group(words, board(*named)),
        *(pending.in_private(words, board(*named), number) for number in (0, 1, 2, 9)),
        lists.open_notices(words, many),
        lists.listing(words, Listing(notices=many[:8], number=1, count=9), TODAY, is_private=False),
    ):
        check_limits(post)
