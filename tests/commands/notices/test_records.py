"""The record of a notice as staff read it: whole, in pages, within Telegram's limits."""

from datetime import timedelta

import pytest

from commands.notices.records import difficulties, histories, links, seen
from locales import Words, plain
from storage import turns
from storage.histories import (
    ANSWERED,
    CALLED,
    COPIED,
    EXPLAINED,
    GIVEN_BACK,
    REMINDED,
    REWORDED,
    SENT,
    UNDONE,
    Event,
    History,
)
from storage.notices import DIFFICULTY, RECEIVED
from storage.people import Liaison
from storage.readings import Reading, Readings
from storage.votes import Answer
from tests.commands.notices.scene import (
    EN,
    HOSTILE,
    NOW,
    ZH,
    board,
    check_limits,
    data,
    notice,
    standing,
)

LONG = "".join(chr(0x4E00 + place) for place in range(4096))
"""A reason of which every character is another, as long as a message can be."""
KINDS = (ANSWERED, CALLED, COPIED, EXPLAINED, GIVEN_BACK, REMINDED, REWORDED, SENT, UNDONE)
TURNS = (turns.CLOSED, turns.REOPENED, turns.RECALLED, turns.MOVED)


def history(*events: Event, is_whole: bool = True) -> History:
    return History(notice=notice(), events=events, is_whole=is_whole)


def told(words: Words, *events: Event) -> list[str]:
    """The lines about the events of one day."""
    return plain(histories.page(words, history(*events), 1).text).splitlines()[3:]


def event(kind: str, **facts: object) -> Event:
    usual: dict[str, object] = {"at": NOW, "kind": kind, "person": "王主任"}
    return Event.model_validate(usual | facts)


def test_a_long_reason_is_shown_whole_in_difficulties_and_history() -> None:
    asked = board(standing(1, DIFFICULTY, LONG), standing(2, DIFFICULTY))
    pages = [plain(difficulties.page(ZH, asked, number).text) for number in (1, 2, 3)]
    assert all(character in "".join(pages) for character in LONG)
    assert "尚未说明原因" in "".join(pages)
    said = history(event(EXPLAINED, organisations=("单位1",), text=LONG))
    pages = [plain(histories.page(ZH, said, number).text) for number in (1, 2, 3)]
    assert all(character in "".join(pages) for character in LONG)


def test_every_event_is_a_line() -> None:
    one = {"organisations": ("兴隆社区",), "given": Answer(answer=RECEIVED)}
    many = {"organisations": ("甲", "乙", "丙"), "count": 20}
    assert told(
        ZH,
        event(turns.CLOSED, person=""),
        event(turns.MOVED, until=NOW + timedelta(days=1)),
        event(REMINDED, person="", count=3, in_group=True),
        event(REMINDED, count=2),
        event(ANSWERED, person="陈姐", is_changed=True, **one),
        event(ANSWERED, is_noted=True, **one),
        event(UNDONE, **many),
        event(CALLED, **many),
        event(COPIED, count=4),
        event(SENT),
    ) == [
        "09:00 🔒 到点自动截止",
        "09:00 ⏰ 王主任把截止时间改到 8月21日 周五 09:00",
        "09:00 ⏰ 自动提醒：私聊 3 位联络员、群里点名",
        "09:00 ⏰ 王主任提醒：私聊 2 位联络员",
        "09:00 兴隆社区（陈姐）：改为「收到」",
        "09:00 📞 王主任代记，兴隆社区：「收到」",
        "09:00 甲、乙、丙、…：王主任撤回了反馈",
        "09:00 📞 王主任来联系 20 家：甲、乙、丙、…",
        "09:00 📩 私信发给 4 人",
        "09:00 📢 王主任发布",
    ]
    assert told(EN, event(ANSWERED, person="Emma", given=Answer(answer=RECEIVED))) == [
        "09:00 Emma: “Received”"
    ]


def test_days_have_headings() -> None:
    page = histories.page(ZH, history(event(SENT), event(SENT, at=NOW - timedelta(days=1))), 1)
    assert "<b>8月20日 周四</b>" in page.text
    assert "<b>8月19日 周三</b>" in page.text


def test_a_link_is_for_those_whom_nothing_reaches() -> None:
    lost = standing(1, "", "", "陈姐")
    post = links.to_whom(ZH, board(lost, standing(2), standing(3, RECEIVED)))
    assert "• 单位1：陈姐（还没点“开始”）\n• 单位2：尚无联络员" in plain(post.text)
    assert data(post) == ["people.invite:2"]
    forwarded = links.to_forward(ZH, notice(deadline=NOW), "https://t.me/x?start=notice_1")
    assert "下午三点开会" in forwarded.text
    assert "https://t.me/x?start=notice_1" in forwarded.text
    assert "8月20日 周四 09:00 前反馈" in forwarded.text


@pytest.mark.slow  # of everything very much
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_nothing_that_people_write_breaks_a_limit(words: Words, text: str) -> None:
    facts = {"person": text, "organisations": (text, text, text), "count": 300, "text": text}
    events = [event(kind, **facts) for kind in (*KINDS, *TURNS) for _ in range(30)]
    people = tuple(Liaison(id=2**52 - n, name=text) for n in range(9))
    update = {"liaisons": people, "answered_by": text, "answered_at": NOW, "reason": text}
    hard = [standing(n, DIFFICULTY).model_copy(update=update) for n in range(1, 40)]
    lost = [standing(n).model_copy(update=update) for n in range(1, 301)]
    read = tuple(Reading(name=text, read_at=NOW) for _ in range(seen.PAGE))
    found = Readings(notice=notice(reads=10**6), readings=read, number=2, count=9)
    for post in (
        *(histories.page(words, history(*events, is_whole=False), n) for n in (0, 1, 2, 3, 99)),
        *(difficulties.page(words, board(*hard), n) for n in (1, 2, 9)),
        difficulties.page(words, board(), 1),
        seen.page(words, found),
        links.to_whom(words, board(*lost)),
        links.to_forward(words, notice(text, deadline=NOW), "https://t.me/x?start=notice_1"),
    ):
        check_limits(post)
        assert sum(map(len, post.buttons)) <= 100
