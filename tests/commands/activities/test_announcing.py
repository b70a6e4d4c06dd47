"""Announcements: what is read from words, who may change one, and all of it within limits."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from commands.activities.announcing import rules, views
from commands.activities.announcing.comings import coming
from commands.activities.captions.captions import Known
from commands.calendar import cards
from commands.kit import Asker, Post
from locales import Words
from storage.announcements import Announcement
from storage.people import Person
from storage.searches import Search
from tests.commands.activities.scene import DEPOT, HERE, NOON, REGISTER, TODAY, UNICOM, on
from tests.commands.activities.test_views import ANY_TEXT, BOTH, CHINESE
from tests.commands.posts import check_limits

KNOWN = Known(HERE, REGISTER, (DEPOT,))
ANNOUNCED = Announcement(
    id=4,
    organisation_id=DEPOT.id,
    organisation="粮库",
    title="义诊",
    held_on=on(8, 26),
    place="活动室",
    chat_id=-100,
    announced_by=7,
    announced_at=NOON,
    announcer="老周",
)


@pytest.mark.parametrize(
    ("words", "title", "place", "days"),
    [
        ("8月26日下午3点 在社区活动室义诊", "义诊", "社区活动室", (on(8, 26),)),
        ("明天 大扫除", "大扫除", "", (on(8, 25),)),
        ("义诊", "义诊", "", ()),
        ("8月1日 义诊", "义诊", "", ()),
        ("2月30日 义诊", "义诊", "", ()),
        (
            "明天下午 在同乐社区广场 演出",
            "演出",
            "同乐社区广场",
            (on(8, 25),),
        ),
    ],
)
def test_what_is_announced_is_read(
    words: str, title: str, place: str, days: tuple[date, ...]
) -> None:
    told = rules.read(words, KNOWN)
    assert (told.place, told.days) == (place, days)
    assert title in told.title


def test_who_announced_it_its_liaisons_and_staff_may_change_it() -> None:
    def asker(number: int, *organisations: object, staff: bool = False) -> Asker:
        return Asker(Person(id=number, is_staff=staff), organisations)  # type: ignore[arg-type]

    assert rules.may_change(asker(7), ANNOUNCED)
    assert rules.may_change(asker(8, DEPOT), ANNOUNCED)
    assert rules.may_change(asker(8, staff=True), ANNOUNCED)
    assert not rules.may_change(asker(8, UNICOM), ANNOUNCED)


def test_without_a_day_the_next_two_weeks_are_offered() -> None:
    post = views.which_day(CHINESE, 5, 3, (), TODAY)
    offered = [button.data for row in post.buttons for button in row]
    assert offered[0] == f"activities.announce:5:3:{TODAY.toordinal()}"
    assert len(offered) == 14


@settings(deadline=None)
@given(BOTH, ANY_TEXT, ANY_TEXT)
def test_whatever_is_announced_stays_within_limits(words: Words, name: str, text: str) -> None:
    wild = ANNOUNCED.model_copy(update={"title": text, "place": text, "organisation": name})
    settled: tuple[dict[str, object], ...] = ({}, {"called_off_at": NOON}, {"activity_id": 9})
    shown = [wild.model_copy(update=changes) for changes in settled]
    search = Search(id=10**6, words=text)
    register = [one.model_copy(update={"short_name": name.strip() or "？"}) for one in REGISTER]
    days = (TODAY, TODAY + timedelta(days=7))
    for post in (
        *(cards.card(words, one, is_open=True) for one in shown),
        *filter(None, [views.which(words, 10**6, None, [wild] * 20)]),
        *(views.question(words, one) for one in shown),
        Post(coming(words, [wild] * 12, TODAY)),
        views.which_day(words, search.id, 10**6, days, TODAY),
        views.which_organisation(words, search.id, TODAY, register * 20),
    ):
        check_limits(post)
