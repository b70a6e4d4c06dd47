"""Where a notice goes, how far it got, and what is wrong there, in words."""

import pytest

from commands.notices import arrivals
from commands.notices.drafts import destinations
from commands.notices.sending import broadcasts, copies, hitches
from locales import Words, plain
from storage.arrivals import Arrivals
from storage.boards import Standing
from storage.broadcasts import DONE, PAUSED, RUNNING, STOPPED
from storage.chats import Chat
from storage.destinations import Destination
from storage.drafts import Proposal
from storage.hitches import NO_GROUP, NO_PIN, NO_TOPIC
from storage.notices import CHOICES, DIFFICULT, DRAFT, RECALLED, SIGN_UP
from storage.private_copies import Copy
from storage.topics import Topic
from storage.votes import Answer
from tests.commands.notices.scene import (
    EN,
    HOSTILE,
    ZH,
    check_limits,
    data,
    labels,
    notice,
    standing,
)

BIG = 2**52
TEXT = "下午三点开会"


def arrived(state: str = RUNNING, **facts: object) -> Arrivals:
    """Of 3,000 copies 1,204 were sent, at 29 a second."""
    usual: dict[str, object] = {
        "notice": notice(answered=87),
        "state": state,
        "total": 3000,
        "sent": 1204,
        "withdrawn": 0,
        "waiting": 1764,
        "unreached": 30,
        "unknown": 2,
        "failed": 0,
        "to_withdraw": 0,
        "pace": 29.0,
    }
    return Arrivals.model_validate(usual | facts)


def place(group: int, title: str = "群", topic_id: int = 0, **facts: object) -> Destination:
    usual: dict[str, object] = {"topic": "", "is_joined": True, "is_administrator": True}
    known = {"chat_id": group, "topic_id": topic_id, "title": title, "trouble": ""}
    return Destination.model_validate(usual | known | facts)


def proposal(
    *chosen: Destination, groups: int = 1, private: bool = False, **facts: object
) -> Proposal:
    known: dict[str, object] = {"state": DRAFT, "number": None, "goes_private": private}
    draft = notice(TEXT, **(known | facts))
    return Proposal(
        notice=draft,
        organisations=(),
        askable=(),
        served=frozenset(),
        reached=frozenset(),
        groups=tuple(Chat(id=-number, title=f"{number}群") for number in range(1, groups + 1)),
        recipients=18,
        destinations=chosen,
    )


def test_the_figures_stand_in_one_line() -> None:
    assert plain(arrivals.line(ZH, arrived())) == (
        "📣 通知 1 号：私聊已送 1,204/3,000 · 已反馈 87 · 联系不上 30 · 不确定 2 · 还需约 61 秒"
    )
    assert plain(arrivals.line(EN, arrived())) == (
        "📣 Notice 1: 1,204/3,000 sent in private · answered by 87 · 30 not reached · 2 in doubt"
        " · about 61 seconds to go"
    )


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (arrived(waiting=9000), "还需约 5 分钟"),
        (arrived(pace=10.0), "还需约 3 分钟"),
        (arrived(waiting=1, pace=None), "还需约 1 秒"),
        (arrived(PAUSED), "⏸ 通知 1 号：已暂停，私聊已送 1,204/3,000"),
        (arrived(STOPPED, waiting=0), "🚫 通知 1 号：其余不再送，私聊已送 1,204/3,000"),
        (arrived(DONE, waiting=0), "✅ 通知 1 号：私聊送完 1,204/3,000"),
        (arrived(STOPPED, notice=notice(state=RECALLED), withdrawn=800), "私聊收回 800/1,204 条"),
    ],
)
def test_the_line_says_how_it_stands(found: Arrivals, says: str) -> None:
    assert says in plain(arrivals.line(ZH, found))


def test_only_what_runs_has_a_time_to_go() -> None:
    for found in (arrived(PAUSED), arrived(STOPPED), arrived(DONE, waiting=0)):
        assert "还需" not in plain(arrivals.line(ZH, found))


def test_what_can_be_done_follows_the_state() -> None:
    assert labels(broadcasts.shown(ZH, arrived())) == ["⏸ 暂停", "✖ 取消其余"]
    assert labels(broadcasts.shown(ZH, arrived(PAUSED))) == ["▶ 继续", "✖ 取消其余"]
    for state in (STOPPED, DONE):
        assert labels(broadcasts.shown(ZH, arrived(state, waiting=0))) == []
    assert labels(broadcasts.shown(ZH, arrived(waiting=0))) == []


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_the_unreached_fit(words: Words, name: str) -> None:
    found = arrived(DONE, waiting=0, unreached=BIG, names=(name,) * 10)
    check_limits(broadcasts.shown(words, found))
    check_limits(broadcasts.sure(words, arrived(waiting=BIG)))


def test_one_group_needs_no_word_about_where() -> None:
    assert destinations.said(ZH, proposal()) == []
    assert [key.label for row in destinations.send_rows(ZH, proposal()) for key in row] == [
        "发布到「1群」"
    ]


@pytest.mark.parametrize(
    ("draft", "line", "label"),
    [
        (proposal(groups=2), "📍 还没选发到哪个群。", "📍 选发到哪里"),
        (proposal(place(-1, "甲"), groups=2), "📍 发到：甲", "发布到「甲」"),
        (proposal(place(-1, "甲"), place(-2, "乙")), "📍 发到：甲、乙", "发布（2 个群）"),
        (
            proposal(place(-1, "甲", 7, topic="演练"), place(-1, "甲", 8)),
            "📍 发到：甲 · 演练、甲 · 某个话题",
            "发布（2 处）",
        ),
        (
            proposal(*(place(-n, f"{n}群") for n in range(1, 6))),
            "📍 发到：1群、2群、3群、…",
            "发布（5 个群）",
        ),
        (
            proposal(place(-1, "甲"), private=True),
            "📍 发到：甲；同时私聊 18 人",
            "发布到「甲」，私聊 18 人",
        ),
        (proposal(private=True), "📍 只发私聊：18 人，不在群里发", "私聊发给 18 人"),
    ],
)
def test_where_it_goes_stands_in_the_preview_and_on_the_button(
    draft: Proposal, line: str, label: str
) -> None:
    assert [plain(one) for one in destinations.said(ZH, draft)] == [line]
    ((key,),) = destinations.send_rows(ZH, draft)
    assert key.label == label


def test_what_lacks_its_options_cannot_be_sent() -> None:
    assert destinations.send_rows(ZH, proposal(form=CHOICES)) == ()


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("name", HOSTILE)
def test_many_groups_with_long_names_stand_on_pages(words: Words, name: str) -> None:
    groups = tuple(Chat(id=-BIG + number, title=name) for number in range(30))
    topics = tuple(Topic(chat_id=-BIG, topic_id=BIG, name=name) for _ in range(9))
    known = {"groups": groups, "topics": topics, "destinations": (place(-BIG, name, BIG),)}
    draft = proposal().model_copy(update=known)
    (panel,) = destinations.DESTINATIONS
    for row in panel.rows(words, draft):
        for key in row:
            assert 1 <= len(key.label) <= 44
            assert len(key.data.encode()) <= 64
    assert len(panel.rows(words, draft)) <= 14


def test_each_trouble_says_what_to_do() -> None:
    places = [
        place(-1, "甲", trouble=NO_GROUP),
        place(-2, "乙", 7, topic="演练", trouble=NO_TOPIC),
        place(-3, "丙", trouble=NO_PIN),
        place(-4, "丁"),
    ]
    text = plain(hitches.told(ZH, notice(), places).text)
    assert "「甲」：我已不在群里" in text
    assert "「乙 · 演练」：这个话题已关闭或删除" in text
    assert "「丙」：我没有置顶权限" in text
    assert "丁" not in text
    assert plain(hitches.told(EN, notice(), places[3:]).text) == (
        "✅ Notice 1: all is well again in its groups."
    )


@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("name", HOSTILE)
def test_many_troubles_fit(words: Words, name: str) -> None:
    places = [place(-n, name, n, topic=name, trouble=NO_GROUP) for n in range(60)]
    check_limits(hitches.told(words, notice(), places))


def copy(*own: Standing, answer: Answer | None = None, text: str = TEXT, **facts: object) -> Copy:
    return Copy(
        id=77,
        person_id=2001,
        notice=notice(text, **facts),
        own=own,
        answer=answer,
        is_called_off=False,
    )


def test_a_copys_buttons_bear_its_own_id() -> None:
    post = copies.shown(ZH, copy(standing(1)))
    assert data(post) == ["notices.copy_received:77", "notices.copy_difficulty:77"]
    several = copies.shown(ZH, copy(standing(1), standing(2), form=SIGN_UP))
    assert data(several) == ["notices.copy_open:77"]


def test_who_has_answered_can_change_it() -> None:
    done = copies.shown(ZH, copy(standing(1, "received")))
    assert data(done) == ["notices.show:1"]
    mine = Answer(answer="come", amount=2)
    signed_up = copies.shown(ZH, copy(answer=mine, form=SIGN_UP, audience="everybody"))
    assert labels(signed_up) == ["我参加", "不参加", "＋1", "－1", "查看或更改"]
    assert "🙋 您：参加 2 人" in plain(signed_up.text)


@pytest.mark.parametrize("weight", ["normal", "important", "urgent"])
@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_copy_of_any_text_fits(words: Words, text: str, weight: str) -> None:
    own = [standing(number) for number in range(30)]
    check_limits(copies.shown(words, copy(*own, text=text, weight=weight, form=DIFFICULT)))
