"""What staff and a candidate read: always with what is next, never beyond Telegram's limits."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from commands.kit import Place
from commands.people import answers, questions, requests
from commands.people.rules import is_token
from locales import Catalogues, Words, plain
from storage.candidates import DECLINED, HANDOVER, LINK, REQUEST, WITHDRAWN, Asked, Candidate
from storage.organisations import Organisation
from storage.people import Liaison, Person
from storage.questions import GRANTED, OPEN
from storage.seats import Rank
from storage.verdicts import Decided, Verdict
from tests.commands.posts import HOSTILE, check_limits, data, starts

SHANGHAI = Catalogues(zone=ZoneInfo("Asia/Shanghai"))
CHINESE, ENGLISH = SHANGHAI.words("zh_CN"), SHANGHAI.words("en")
NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
GROUP, PRIVATE = Place(-100, is_private=False), Place(3001, is_private=True)
XINGLONG = Organisation(
    id=2, position=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"
)
WANG, CHEN = Person(id=1001, name="王主任"), Person(id=2001, name="陈姐")
FANG = Person(id=3001, name="王芳")


def candidate(origin: str, state: str = OPEN, rank: Rank | None = Rank.LIAISON) -> Candidate:
    decided = state in {GRANTED, DECLINED}
    return Candidate(
        id=5,
        person=FANG,
        organisation=XINGLONG,
        origin=origin,
        rank=rank,
        asked_at=NOW,
        chat_id=None,
        message_id=None,
        inviter=WANG,
        predecessor=CHEN if origin == HANDOVER else None,
        stays_deputy=False,
        state=state,
        decider=WANG if decided else None,
        decided_at=NOW if decided else None,
    )


def test_the_inviter_is_asked_about_the_own_link_and_others_about_hers() -> None:
    one = candidate(LINK)
    mine = questions.question(CHINESE, one, [], to_inviter=True)
    assert "王芳 打开了您发给兴隆社区的链接" in plain(mine.text)
    assert data(mine) == ["people.grant:5:0", "people.decline:5"]
    assert [key.label for row in mine.buttons for key in row] == ["✅ 同意", "✖️ 不是此人"]
    others = questions.question(CHINESE, one, [], to_inviter=False)
    assert "王芳 打开了王主任发给兴隆社区的链接" in plain(others.text)
    deputy = questions.question(CHINESE, candidate(LINK, rank=Rank.DEPUTY), [], to_inviter=True)
    assert data(deputy)[0] == "people.grant:5:1"


def test_of_a_request_staff_choose_the_rank_and_see_who_is_there() -> None:
    liaisons = [Liaison(id=2001, name="陈姐"), Liaison(id=2002, name="小陈", is_deputy=True)]
    post = questions.question(CHINESE, candidate(REQUEST, rank=None), liaisons, to_inviter=False)
    assert "现有联络员：陈姐、小陈（副）" in plain(post.text)
    grants = [f"people.grant:5:{number}" for number in range(3)]
    assert data(post) == [*grants, "people.decline:5"]


def test_an_old_question_says_what_became_of_it() -> None:
    yes = questions.question(CHINESE, candidate(LINK, GRANTED), [], to_inviter=True)
    assert "王芳 现在是兴隆社区的联络员。王主任于 8月24日 周一 10:00 同意" in plain(yes.text)
    assert data(yes) == ["organisations.open:2"]
    no = questions.question(CHINESE, candidate(LINK, DECLINED), [], to_inviter=True)
    assert data(no) == ["people.invite:2"]
    back = questions.question(CHINESE, candidate(REQUEST, WITHDRAWN), [], to_inviter=False)
    assert "收回" in back.text
    assert data(back) == []


@pytest.mark.parametrize(
    ("decided", "says"),
    [
        (Decided(verdict=Verdict.MADE, candidate=candidate(LINK, GRANTED)), "已同意"),
        (Decided(verdict=Verdict.MADE, candidate=candidate(LINK, DECLINED)), "已记下"),
        (Decided(verdict=Verdict.BEFORE, candidate=candidate(LINK, GRANTED)), "王主任已经同意"),
        (Decided(verdict=Verdict.BEFORE, candidate=candidate(LINK, DECLINED)), "王主任已经回绝"),
        (Decided(verdict=Verdict.BEFORE, candidate=candidate(LINK, WITHDRAWN)), "收回"),
        (Decided(verdict=Verdict.GONE), "失效"),
    ],
)
def test_a_press_says_what_it_came_to(decided: Decided, says: str) -> None:
    assert says in questions.toast(CHINESE, decided)


def test_a_no_says_what_to_do_and_a_yes_welcomes() -> None:
    no = answers.answer(CHINESE, candidate(LINK, DECLINED))
    assert "/加入 兴隆社区" in no.text
    assert "街道" in answers.answer(CHINESE, candidate(REQUEST, DECLINED)).text
    for rank, noun in ((Rank.LIAISON, "联络员"), (Rank.DEPUTY, "副联络员"), (Rank.MEMBER, "成员")):
        yes = answers.answer(CHINESE, candidate(REQUEST, GRANTED, rank))
        assert "欢迎" in yes.text
        assert noun in yes.text


@pytest.mark.parametrize("state", [GRANTED, DECLINED])
def test_the_group_learns_that_there_is_an_answer_and_not_which(state: str) -> None:
    text = answers.in_group(CHINESE, candidate(REQUEST, state)).text
    assert text == answers.in_group(CHINESE, candidate(REQUEST, OPEN)).text
    assert "兴隆" not in text


@pytest.mark.parametrize("outcome", Asked)
def test_every_end_of_a_request_is_told(outcome: Asked) -> None:
    here = requests.asked(CHINESE, outcome, XINGLONG, [candidate(REQUEST)], PRIVATE)
    assert here.text
    assert data(here) == ["people.withdraw:5"]
    there = requests.asked(CHINESE, outcome, XINGLONG, [], GROUP)
    assert data(there) == []
    assert starts(there) == (["join"] if outcome is Asked.ASKED else [])


@pytest.mark.parametrize(
    ("args", "is_one"),
    [
        ("0123456789abcdef0123456789abcdef", True),
        ("0123456789abc", True),
        ("兴隆社区", False),
        ("", False),
        ("cafe", False),
        ("0123456789abcdef 兴隆", False),
    ],
)
def test_what_stands_in_a_link_is_told_from_a_name(args: str, *, is_one: bool) -> None:
    assert is_token(args) == is_one


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_keep_the_limits(words: Words, value: str) -> None:
    person = Person(id=2**52, name=value)
    facts = {"name": value, "short_name": value}
    one = Organisation(id=2**50, position=1, category="community", **facts)
    changed = {"person": person, "organisation": one, "inviter": person, "decider": person}
    many = [Liaison(id=2**52, name=value)] * 50
    states = (OPEN, GRANTED, DECLINED, WITHDRAWN)
    every = [
        candidate(origin, state).model_copy(
            update=changed | {"predecessor": person if origin == HANDOVER else None}
        )
        for origin in (LINK, REQUEST, HANDOVER)
        for state in states
    ]
    posts = [
        *(questions.question(words, each, many, to_inviter=True) for each in every),
        *(questions.question(words, each, many, to_inviter=False) for each in every),
        *(answers.answer(words, each) for each in every),
        *(answers.in_group(words, each) for each in every),
        questions.waiting(words, every * 20),
        requests.how_to(words, [one]),
        requests.none(words, value),
        requests.which(words, [one] * 50, value),
        requests.say_which(words, [one] * 50, value),
        requests.standing(words, answers.answer(words, every[2]).text, every[:3]),
        requests.chooser(words, [one] * 300, 2),
        requests.without(words, one),
    ]
    for post in posts:
        check_limits(post)
