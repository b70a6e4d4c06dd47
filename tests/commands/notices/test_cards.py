"""A notice as people see it: its preview, its card, itself."""

from datetime import timedelta

import pytest

from commands.kit import pack
from commands.notices.drafts import previews
from commands.notices.layout import CARD_UNITS
from commands.notices.reading import cards
from locales import Words, plain
from storage.chats import Chat
from storage.drafts import Proposal
from storage.notices import DIFFICULTY, DISCARDED, DRAFT, RECEIVED, Notice
from tests.commands.notices.scene import (
    ANY_HOUR,
    EN,
    HOSTILE,
    NOW,
    ZH,
    board,
    check_limits,
    data,
    labels,
    notice,
    organisation,
    standing,
    starts,
    studio,
    twenty,
)

CHANGES = (
    *("👥 对象", "📋 看名单", "💬 反馈方式", "⏰ 截止时间", "❗ 重要性：普通"),
    *("✏️ 改正文", "📍 发到哪里", "⋯ 更多"),
)
LONG = "".join(chr(0x4E00 + place) for place in range(4096))
"""A text of which every character is another."""


def proposal(one: Notice, *groups: str, asked: int = 20) -> Proposal:
    organisations = tuple(organisation(number) for number in range(1, asked + 1))
    ids = frozenset(organisation.id for organisation in organisations)
    return Proposal(
        notice=one,
        organisations=organisations,
        askable=organisations,
        served=ids,
        reached=ids,
        groups=tuple(Chat(id=-place, title=title) for place, title in enumerate(groups, start=1)),
    )


def draft(text: str = "下午三点开会") -> Notice:
    return notice(text, state=DRAFT, number=None)


def test_a_preview_says_who_will_be_asked_and_where_it_can_go() -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(draft(), "刘寨共建联盟"))
    assert "下午三点开会" in post.text
    assert "将请 20 家单位反馈：社区 5 家、非公企业 5 家" in post.text
    assert "⚠️" not in post.text
    assert labels(post) == ["发布到「刘寨共建联盟」", *CHANGES, "取消"]
    first, *_, last = data(post)
    assert (first, last) == (pack("notices.send", 12, -1), pack("notices.discard", 12))


def test_of_several_groups_one_is_chosen_before_it_can_be_sent() -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(draft(), *(f"群{n}" for n in range(9))))
    assert labels(post)[0] == "📍 选发到哪里"
    assert "📍 还没选发到哪个群。" in post.text


def test_a_preview_without_groups_or_organisations_says_what_to_do() -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(draft(), asked=0))
    assert "还没有导入单位名单" in post.text
    assert "请先把我拉进共建联盟群" in post.text
    assert labels(post) == [*(one for one in CHANGES if one != "📋 看名单"), "取消"]


def test_a_text_that_may_be_cut_is_shown_by_its_end() -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(draft(LONG), "群"))
    assert f"「{LONG[-30:]}」" in post.text
    assert "点「全文」按钮可看全部" in post.text


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (notice(), "通知 1 号已由王主任于 8月20日 周四 09:00 发布。"),
        (notice(state=DISCARDED, number=None), "已由王主任于 8月20日 周四 09:00 取消"),
    ],
)
def test_a_decided_preview_is_one_line_without_buttons(one: Notice, words: str) -> None:
    post = previews.preview(studio(ZH), ANY_HOUR, proposal(one, "群"))
    assert words in post.text
    assert post.buttons == ()


def test_a_card_counts() -> None:
    post = cards.card(ZH, twenty(3))
    assert "📢 <b>通知 1 号</b>\n\n下午三点开会\n\n发布人：王主任\n" in post.text
    assert "\n🟩⬜⬜⬜⬜⬜⬜⬜⬜⬜ 3/20" in post.text
    assert "还差" not in post.text
    assert labels(post) == ["收到", "有困难"]
    assert data(post) == [pack("notices.received", 12), pack("notices.difficulty", 12)]


def test_a_card_counts_by_category_until_all_have_answered() -> None:
    line = "社区 0/5 · 非公企业 1/5 · 社会组织 1/5 · 驻区单位 1/5"
    assert line in cards.card(ZH, twenty(3)).text
    assert "非公企业" not in cards.card(ZH, twenty(20)).text
    alone = board(*(standing(n) for n in (4, 8)))
    assert "社区" not in cards.card(ZH, alone).text, "one category is the same as all"
    assert "Communities 0/5 · Companies 1/5" in cards.card(EN, twenty(3)).text


def test_a_deadline_is_a_moment_and_what_each_app_makes_of_it() -> None:
    soon, far = NOW + timedelta(hours=9), NOW + timedelta(days=2000)
    text = cards.card(ZH, board(deadline=soon)).text
    assert '<tg-time unix="1787220000" format="r">到点自动截止</tg-time>' in text
    assert "⏰ 请在 8月20日 周四 18:00 前反馈（到点自动截止）" in plain(text)
    assert "tg-time" not in cards.card(ZH, board(deadline=far)).text


def test_a_card_stays_short_on_a_phone() -> None:
    """At 360 pixels a line has some 24 Chinese characters."""
    asked = twenty(15)
    due = asked.notice.model_copy(update={"deadline": NOW, "difficulties": 2})
    lines = plain(cards.card(ZH, asked.model_copy(update={"notice": due})).text).splitlines()
    wide = sum(-(-sum(2 if ord(c) > 255 else 1 for c in line) // 48) or 1 for line in lines)
    assert wide <= 12


def test_a_card_names_the_last_five() -> None:
    assert "还差" not in cards.card(ZH, twenty(14)).text
    assert "还差：单位16、单位17、单位18、单位19、单位20" in cards.card(ZH, twenty(15)).text


def test_a_card_counts_difficulties() -> None:
    assert "⚠️ 2 家单位有困难" in cards.card(ZH, twenty(2, DIFFICULTY)).text
    assert "⚠️ 1 organisation has difficulties" in cards.card(EN, twenty(1, DIFFICULTY)).text


def test_a_complete_card_says_so() -> None:
    post = cards.card(ZH, twenty(20))
    assert "🟩🟩🟩🟩🟩🟩🟩🟩🟩🟩 20/20\n🎉 全部单位都已反馈。" in post.text
    assert "还差" not in post.text


def test_a_card_that_asks_nobody_counts_nothing() -> None:
    text = cards.card(ZH, board()).text
    assert "⬜" not in text
    assert "🎉" not in text


def test_a_long_card_leads_to_the_full_text() -> None:
    post = cards.card(ZH, board(text=LONG))
    assert f"{LONG[:CARD_UNITS]}…" in post.text
    assert labels(post) == ["收到", "有困难", "全文"]
    assert starts(post) == ["notice_1"]


def test_in_private_no_character_is_lost() -> None:
    shown = [cards.whole(ZH, board(text=LONG), (), number, now=NOW) for number in (1, 2)]
    found = [plain(post.text).split("\n\n")[1] for post in shown]
    assert "".join(found) == LONG
    assert data(shown[0]) == [pack("notices.show", 1, 2)]


def test_in_the_group_a_notice_takes_few_lines() -> None:
    post = cards.short(ZH, board(standing(1), text="请确认\n" * 50), [organisation(1)])
    assert post.text.count("\n") <= 12
    assert labels(post) == ["全文"]


def test_a_liaison_sees_the_own_answers_and_can_answer() -> None:
    asked = board(standing(1, RECEIVED), standing(2, DIFFICULTY, "没有车"), standing(3))
    post = cards.whole(ZH, asked, [organisation(number) for number in (1, 2, 9)], now=NOW)
    assert "🏢 单位1：收到\n🏢 单位2：有困难（没有车）" in post.text
    assert "单位9" not in post.text
    assert labels(post) == ["收到", "有困难", "撤回反馈"]


def test_others_and_closed_notices_have_no_buttons() -> None:
    assert labels(cards.whole(ZH, board(standing(1)), [], now=NOW)) == []
    closed = board(standing(1), state="closed")
    post = cards.whole(ZH, closed, [organisation(1)], for_staff=True, now=NOW)
    assert labels(post) == ["📜 经过", "重新开放", "照此新发", "💾 存为模板", "撤回通知"]


def test_staff_go_on_to_who_is_missing() -> None:
    post = cards.whole(ZH, board(standing(1)), [], for_staff=True, now=NOW)
    assert labels(post) == [
        *("还差哪些单位", "📜 经过", "✏️ 改正文", "现在截止"),
        *("⏰ 截止时间", "照此新发", "💾 存为模板", "撤回通知"),
    ]
    assert data(post)[0] == pack("notices.pending", 1)
    done = cards.whole(ZH, board(standing(1, RECEIVED)), [], for_staff=True, now=NOW)
    assert "还差哪些单位" not in labels(done)


def test_a_question_opens_the_keyboard() -> None:
    post = cards.reason_wanted(ZH, notice())
    assert 1 <= len(post.placeholder) <= 64


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_nothing_that_people_write_breaks_a_limit(text: str, words: Words) -> None:
    names = {"author": text, "decider": text}
    full = [one.model_copy(update=_named(text)) for one in (organisation(1), organisation(2))]
    asked = board(
        standing(1).model_copy(update={"organisation": full[0]}),
        standing(2, DIFFICULTY, text[:1000]).model_copy(update={"organisation": full[1]}),
        text=text,
        **names,
    )
    one = notice(text, state=DRAFT, number=None, **names)
    for post in (
        previews.preview(studio(words), ANY_HOUR, proposal(one, *[text] * 9)),
        previews.preview(studio(words), ANY_HOUR, proposal(one, asked=0)),
        previews.preview(studio(words), ANY_HOUR, proposal(notice(text, **names))),
        cards.card(words, asked),
        cards.short(words, asked, full),
        *(cards.whole(words, asked, full, number, now=NOW) for number in (0, 1, 2, 99)),
    ):
        check_limits(post)


def _named(name: str) -> dict[str, str]:
    return {"name": name, "short_name": name}
