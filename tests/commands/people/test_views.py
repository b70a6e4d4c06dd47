"""People's own answers: natural, within Telegram's limits, and never a link in a group."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from commands.kit import Asker, Picture, Place, Role
from commands.kit.posts import TEXT_CHARACTERS
from commands.people import appointments, dismissals, links, offices, profiles
from commands.people.links import Given
from locales import Catalogues, Words, plain
from storage.invitations import Opened, Outcome
from storage.organisations import Organisation
from storage.people import Leave, Person
from storage.seats import Rank, Seat
from tests.commands.posts import HOSTILE, check_limits, data, starts

SHANGHAI = Catalogues(zone=ZoneInfo("Asia/Shanghai"))
CHINESE, ENGLISH = SHANGHAI.words("zh_CN"), SHANGHAI.words("en")
NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
GROUP, PRIVATE = Place(-100, is_private=False), Place(1001, is_private=True)
URL = "https://t.me/gongjian_bot?start=join_0123456789abcdef0123456789abcdef"
XINGLONG = Organisation(
    id=2, position=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"
)
WANG = Person(id=1001, name="王主任", is_staff=True, is_reachable=True)
CHEN = Person(id=2001, name="陈姐")
LIAISON = Seat(organisation=XINGLONG, rank=Rank.LIAISON)
GIVEN = Given(XINGLONG, URL, NOW, is_deputy=False)


def test_a_liaison_reads_role_organisation_and_how_to_be_reached() -> None:
    post = profiles.profile(CHINESE, Asker(CHEN, (XINGLONG,)), [LIAISON])
    text = plain(post.text)
    assert "身份：联络员" in text
    assert "代表单位：兴隆社区" in text
    assert "Telegram 编号：2001" in text
    assert "语言：中文" in text
    assert starts(post) == ["start"]


def test_staff_who_are_liaisons_too_read_both() -> None:
    post = profiles.profile(CHINESE, Asker(WANG, (XINGLONG,)), [LIAISON])
    assert "身份：街道工作人员、联络员" in plain(post.text)
    assert starts(post) == []


def test_a_member_reads_how_to_become_a_liaison() -> None:
    assert "/join" in profiles.profile(CHINESE, Asker(CHEN), []).text


def test_every_rank_and_what_waits_is_told() -> None:
    held = [Seat(organisation=XINGLONG, rank=rank) for rank in Rank]
    text = plain(profiles.profile(CHINESE, Asker(CHEN, (XINGLONG,)), held, [XINGLONG]).text)
    assert "身份：联络员、副联络员、成员" in text
    assert "副联络员单位：兴隆社区" in text
    assert "所属单位：兴隆社区" in text
    assert "等街道确认：兴隆社区" in text
    assert "访客" in profiles.profile(CHINESE, Asker(CHEN), []).text


def test_staff_in_a_group_choose_its_language_as_well() -> None:
    own = ["people.language:0", "people.language:1"]
    group = ["people.group_language:0", "people.group_language:1"]
    assert data(profiles.languages(CHINESE, GROUP, Role.STAFF)) == own + group
    assert data(profiles.languages(CHINESE, PRIVATE, Role.STAFF)) == own
    assert data(profiles.languages(CHINESE, GROUP, Role.LIAISON)) == own


def test_a_language_is_confirmed_in_itself() -> None:
    assert "中文" in profiles.language_chosen(ENGLISH.to("zh_CN")).text
    assert "English" in profiles.language_chosen(CHINESE.to("en")).text


def test_staff_may_remove_the_others() -> None:
    li = Person(id=1002, name="小李")
    assert data(offices.in_private(CHINESE, (WANG, li), WANG, 1)) == ["people.remove_staff:1002"]
    assert data(offices.in_group(CHINESE, (WANG, li))) == []
    assert data(offices.confirm_removal(CHINESE, li)) == [
        "people.remove_staff:1002:1",
        "people.staff:1",
    ]


def test_somebody_without_a_name_is_called_by_number() -> None:
    assert "1003" in offices.made(CHINESE, Person(id=1003), is_new=True).text


@pytest.mark.parametrize("leave", Leave)
def test_every_end_of_a_removal_is_told(leave: Leave) -> None:
    assert "陈姐" in offices.removed(CHINESE, CHEN, leave).text


@pytest.mark.parametrize("outcome", Outcome)
def test_every_end_of_a_link_is_told(outcome: Outcome) -> None:
    post = links.opened(CHINESE, Opened(outcome=outcome, organisation=XINGLONG))
    assert "兴隆社区" in post.text


def test_an_unknown_link_says_whom_to_ask() -> None:
    assert "街道" in links.opened(CHINESE, Opened(outcome=Outcome.UNKNOWN)).text


def test_the_invitation_can_be_forwarded_as_it_is() -> None:
    text = plain(links.invitation(CHINESE, GIVEN).text)
    assert URL in text.splitlines()
    assert "兴隆社区党支部" in text
    assert "8月24日 周一 10:00" in text
    coded = links.with_code(CHINESE, GIVEN, b"png")
    assert plain(coded.text) == text
    assert coded.photos == (Picture(b"png"),)


def test_in_a_group_there_is_only_the_way_to_the_private_chat() -> None:
    post = appointments.only_in_private(CHINESE, "兴隆社区")
    assert data(post) == []
    (start,) = starts(post)
    assert start.startswith("liaison__")


def test_the_chooser_names_who_has_no_liaison() -> None:
    post = appointments.chooser(CHINESE, [XINGLONG], [XINGLONG], 1, waiting=0)
    assert "还有 1 家单位没有联络员：兴隆社区" in post.text
    assert data(post) == ["people.invite_all", "people.invite:2"]
    assert "没有联络员" not in appointments.chooser(CHINESE, [XINGLONG], [], 1, waiting=0).text
    asked = appointments.chooser(CHINESE, [XINGLONG], [], 1, waiting=2)
    assert data(asked)[0] == "people.waiting"


def test_more_organisations_than_buttons_are_admitted() -> None:
    for many, is_more in ((11, True), (10, False)):
        every = [XINGLONG] * many
        post = appointments.which_to_invite(CHINESE, every, "社区", deputy=False)
        assert ("多写几个字" in post.text) == is_more


def test_a_deputy_is_told_so_and_the_buttons_bear_it() -> None:
    post = appointments.appointed(CHINESE, CHEN, XINGLONG, is_new=True, is_deputy=True)
    assert "副联络员" in post.text
    assert data(post) == ["people.rank:2001:2:0"]
    both = appointments.which_for(CHINESE, CHEN, [XINGLONG], "社区", deputy=True)
    assert data(both) == ["people.appoint:2001:2:1"]
    link = appointments.which_to_invite(CHINESE, [XINGLONG], "社区", deputy=True)
    assert data(link) == ["people.invite:2:1"]
    opened = Opened(outcome=Outcome.ASKED, organisation=XINGLONG, is_deputy=True)
    assert "副联络员" in links.opened(CHINESE, opened).text
    assert "you are deputy liaison of 兴隆社区" in plain(links.opened(ENGLISH, opened).text)


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_keep_the_limits(words: Words, value: str) -> None:
    person = Person(id=2**52, name=value, is_staff=True)
    facts = {"name": value, "short_name": value}
    one = Organisation(id=2**50, position=1, category="community", **facts)
    every = [one] * 300
    held = [Seat(organisation=one, rank=rank) for rank in Rank for one in every]
    given = Given(one, URL, NOW, is_deputy=True)
    posts = [
        profiles.profile(words, Asker(person, tuple(every)), held, every),
        offices.in_group(words, [person] * 300),
        offices.in_private(words, [person] * 300, WANG, 2),
        offices.made(words, person, is_new=True),
        offices.confirm_removal(words, person),
        *(
            appointments.appointed(words, person, one, is_new=is_new, is_deputy=deputy)
            for is_new in (True, False)
            for deputy in (True, False)
        ),
        appointments.ranked(words, person, one, is_deputy=True),
        appointments.which_for(words, person, every, value, deputy=True),
        appointments.which_to_invite(words, every, value, deputy=True),
        appointments.chooser(words, every, every, 2, waiting=300),
        appointments.how_to(words, every),
        appointments.only_in_private(words, value),
        dismissals.confirm_removal(words, person, one, Rank.MEMBER),
        dismissals.removed(words, person, one, Rank.DEPUTY),
        links.to_forward(words, given),
        links.invitation(words, given),
        links.opened(words, Opened(outcome=Outcome.ASKED, organisation=one)),
    ]
    for post in posts:
        check_limits(post)
    assert len(plain(appointments.none(words, value))) <= TEXT_CHARACTERS
