"""Whose role may be handed over, and what is read about it: within Telegram's limits."""

import pytest

from commands.people.handing import farewells, views
from commands.people.handing.rules import whose
from locales import Catalogues, Words
from storage.candidates import DECLINED, HANDOVER, Asked
from storage.organisations import Organisation
from storage.people import Liaison, Person
from storage.questions import GRANTED
from storage.seats import Rank, Seat
from tests.commands.people.test_candidates import candidate
from tests.commands.posts import HOSTILE, check_limits, data

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
WANG = Person(id=1001, name="王主任", is_staff=True)
CHEN, YOUNG = Liaison(id=2001, name="陈姐"), Liaison(id=2002, name="小陈")
DEPUTY = Liaison(id=2003, name="刘敏", is_deputy=True)
XINGLONG = Organisation(
    id=2, position=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"
)


@pytest.mark.parametrize(
    ("asker", "chosen", "found"),
    [
        (CHEN, None, (CHEN,)),
        (CHEN, 2002, (CHEN,)),
        (DEPUTY, 2001, ()),
        (Person(id=9), 2001, ()),
        (WANG, None, (CHEN, YOUNG)),
        (WANG, 2002, (YOUNG,)),
        (WANG, 2003, (CHEN, YOUNG)),
    ],
)
def test_one_hands_over_ones_own_role_and_staff_any(
    asker: Person, chosen: int | None, found: tuple[Liaison, ...]
) -> None:
    assert whose([CHEN, YOUNG, DEPUTY], asker, chosen) == found


def test_the_last_one_is_offered_to_hand_over_and_a_member_is_not() -> None:
    seat = Seat(organisation=XINGLONG, rank=Rank.LIAISON)
    last = farewells.question(CHINESE, seat, is_last=True)
    assert "只有您一位" in last.text
    assert data(last) == ["people.left:2", "people.handover:2", "people.stay"]
    member = Seat(organisation=XINGLONG, rank=Rank.MEMBER)
    assert data(farewells.question(CHINESE, member, is_last=False))[1:] == ["people.stay"]


def test_who_handed_over_reads_what_became_of_it() -> None:
    assert "街道没有同意" in views.handed(CHINESE, candidate(HANDOVER, DECLINED)).text
    assert "接手" in views.handed(CHINESE, candidate(HANDOVER, GRANTED)).text
    stays = candidate(HANDOVER, GRANTED).model_copy(update={"stays_deputy": True})
    assert "副联络员" in views.handed(CHINESE, stays).text


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_keep_the_limits(words: Words, value: str) -> None:
    person = Liaison(id=2**52, name=value)
    facts = {"name": value, "short_name": value}
    one = Organisation(id=10**6, position=1, category="community", **facts)
    seat = Seat(organisation=one, rank=Rank.DEPUTY)
    told = candidate(HANDOVER, GRANTED).model_copy(update={"person": person, "organisation": one})
    posts = [
        views.in_private(words, value),
        *(views.none(words, is_staff=is_staff) for is_staff in (True, False)),
        views.which(words, [one] * 50),
        views.from_whom(words, one, [person] * 50),
        views.from_whom(words, one, []),
        views.to_whom(words, one, person, [person] * 50),
        *(views.rest(words, one, person, new, WANG) for new in (person, None)),
        *(views.rest(words, one, person, new, person) for new in (person, None)),
        *(views.proposed(words, one, person, asked) for asked in Asked),
        *(
            views.handed_by_staff(words, one, person, person, is_made=made)
            for made in (True, False)
        ),
        views.handed(words, told),
        farewells.in_private(words),
        farewells.which(words, [seat] * 50),
        farewells.which(words, []),
        farewells.question(words, seat, is_last=True),
        farewells.left(words, one, Rank.MEMBER),
        farewells.stayed(words),
        farewells.deserted(words, one),
    ]
    for post in posts:
        check_limits(post)
