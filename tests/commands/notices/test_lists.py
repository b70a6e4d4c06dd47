"""Many notices, and who has not answered: short in the group, whole in private."""

import pytest

from commands.kit import pack
from commands.notices.following import pending
from commands.notices.reading import lists
from locales import Words
from storage.notices import DIFFICULTY, RECEIVED, Listing
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
    assert "目前没有等待反馈的通知" in lists.open_notices(ZH, (), TODAY).text


def test_open_notices_are_buttons() -> None:
    post = lists.open_notices(ZH, [notice(number=n) for n in (9, 8, 7, 6, 5)], TODAY)
    assert labels(post) == ["9 号", "8 号", "7 号", "6 号", "5 号"]
    assert [len(row) for row in post.buttons] == [4, 1]
    assert data(post)[0] == pack("notices.pending", 9)


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
    many = tuple(notice(text, number=10**9, asked=20) for _ in range(20))
    for post in (
        pending.in_group(words, board(*named)),
        *(pending.in_private(words, board(*named), number) for number in (0, 1, 2, 9)),
        lists.open_notices(words, many, TODAY),
        lists.listing(words, Listing(notices=many[:8], number=1, count=9), TODAY, is_private=False),
    ):
        check_limits(post)
