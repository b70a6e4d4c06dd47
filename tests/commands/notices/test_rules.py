"""What a notice's words and presses mean."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.kit import HiddenLink, Message
from commands.notices import rules
from commands.notices.layout import beginning, pieces, units
from storage.notices import DIFFICULTY, RECEIVED
from storage.people import Person
from storage.votes import Answer, Vote
from tests.commands.notices.scene import CHEN, NOW, board, organisation, standing

YOUNG_CHEN = Person(id=2002, name="小陈")


def said(text: str) -> Message:
    return Message(7, NOW, text)


@pytest.mark.parametrize(
    ("args", "answered", "text"),
    [
        ("开会", None, "开会"),
        ("", said("下午开会"), "下午开会"),
        ("开会", said("下午开会"), "开会"),
        ("", said(""), ""),
        ("", said(" \u202e\n"), ""),
        ("", None, ""),
    ],
)
def test_a_notice_is_the_words_or_the_answered_message(
    args: str, answered: Message | None, text: str
) -> None:
    message = Message(8, NOW, f"/通知 {args}", reply_to=answered)
    assert rules.notice_text(args, message) == text


def test_hidden_addresses_are_written_out() -> None:
    linked = Message(7, NOW, "请填这张表 😀 谢谢", links=(HiddenLink(5, "https://example.org/a"),))
    spelt_out = "请填这张表 (https://example.org/a) 😀 谢谢"
    assert rules.notice_text("", Message(8, NOW, "/通知", reply_to=linked)) == spelt_out
    own = Message(8, NOW, "/通知 请填这张表 ", links=(HiddenLink(9, "https://example.org/a"),))
    assert rules.notice_text("请填这张表", own) == "请填这张表 (https://example.org/a)"
    of_a_link = Message(8, NOW, "/start abc", links=(HiddenLink(10, "https://example.org"),))
    assert rules.notice_text("开会", of_a_link) == "开会"


@pytest.mark.parametrize(
    ("text", "may"),
    [("会" * 4096, True), ("会" * 4088, True), ("😀" * 2048, True), ("会" * 3000, False)],
)
def test_a_text_as_long_as_a_message_may_have_been_cut(text: str, may: bool) -> None:  # noqa: FBT001 - a table
    assert rules.may_be_cut(text) is may


@pytest.mark.parametrize(
    ("args", "number"),
    [
        ("3", 3),
        ("３", 3),
        ("#3", 3),
        ("第 3 号", 3),
        ("3号", 3),
        ("三", None),
        ("3 4", None),
        ("-3", None),
        ("9" * 10, None),
        ("開會", None),
    ],
)
def test_a_number_is_read_as_people_write_it(args: str, number: int | None) -> None:
    assert rules.read_number(args) == number


def test_a_button_that_lacks_numbers_means_nothing() -> None:
    assert [rules.two(numbers) for numbers in ((), (5,), (5, 6), (5, 6, 7))] == [
        (0, 0),
        (5, 0),
        (5, 6),
        (5, 6),
    ]


@pytest.mark.parametrize(
    ("answered", "asked", "full"), [(0, 20, 0), (1, 20, 1), (3, 20, 1), (19, 20, 9), (20, 20, 10)]
)
def test_the_bar_is_full_only_when_all_answered(answered: int, asked: int, full: int) -> None:
    assert rules.bar(answered, asked) == "🟩" * full + "⬜" * (10 - full)


def test_the_bar_of_a_notice_that_asks_nobody_is_empty() -> None:
    assert rules.bar(0, 0) == "⬜" * 10


def test_votes_are_told_apart() -> None:
    given, difficulty = Answer(answer=RECEIVED), Answer(answer=DIFFICULTY)
    new = Vote(organisation=organisation(1), before=None, by=None, given=given)
    changed = Vote(organisation=organisation(2), before=difficulty, by=YOUNG_CHEN, given=given)
    repeated = Vote(organisation=organisation(3), before=given, by=CHEN, given=given)
    other = Vote(organisation=organisation(4), before=given, by=YOUNG_CHEN, given=given)
    tally = rules.tally((new, changed, repeated, other), CHEN.id)
    assert tally == rules.Tally((new,), (changed,), (repeated,), (other,))


def test_categories_are_counted_in_the_registers_order() -> None:
    organisations = [organisation(number) for number in (3, 1, 4, 5)]
    assert list(rules.counts(organisations).items()) == [
        ("community", 1),
        ("enterprise", 2),
        ("stationed", 1),
    ]


def test_own_organisations_are_those_that_are_asked() -> None:
    asked = board(standing(1), standing(2))
    own = rules.own_standings(asked, [organisation(2), organisation(9)])
    assert [one.organisation.id for one in own] == [2]


def test_a_reason_is_kept_whole_and_in_its_lines() -> None:
    assert rules.reason(" 没有\n车 ") == "没有\n车"
    assert rules.reason("车" * 4096) == "车" * 4096
    assert rules.reason("\u202e ") == ""


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(2, 50))
def test_pieces_lose_nothing_and_fit(text: str, room: int) -> None:
    parts = pieces(text, room)
    assert "".join(parts) == text
    assert all(units(part) <= room for part in parts)


def test_a_beginning_shows_that_there_is_more() -> None:
    assert (beginning("会议", 2), beginning("会议通知", 2)) == ("会议", "会议…")


@pytest.mark.parametrize(
    ("zone", "now", "morning"),
    [
        ("Asia/Shanghai", "2026-08-20T00:59:59", "2026-08-20T01:00:00"),
        ("Asia/Shanghai", "2026-08-20T01:00:00", "2026-08-21T01:00:00"),
        ("Asia/Shanghai", "2026-08-20T15:59:00", "2026-08-21T01:00:00"),
        ("Asia/Shanghai", "2026-08-20T16:01:00", "2026-08-21T01:00:00"),
        ("America/Los_Angeles", "2026-08-20T01:00:00", "2026-08-20T16:00:00"),
        # summer time begins on 29 March and ends on 25 October
        ("Europe/Berlin", "2026-03-28T12:00:00", "2026-03-29T07:00:00"),
        ("Europe/Berlin", "2026-03-28T07:00:00", "2026-03-28T08:00:00"),
        ("Europe/Berlin", "2026-10-24T12:00:00", "2026-10-25T08:00:00"),
        ("Europe/Berlin", "2026-10-25T07:30:00", "2026-10-25T08:00:00"),
        ("Europe/Berlin", "2026-12-31T12:00:00", "2027-01-01T08:00:00"),
    ],
)
def test_the_next_morning_is_the_zones_own(zone: str, now: str, morning: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = rules.next_morning(at, ZoneInfo(zone))
    assert found == datetime.fromisoformat(morning).replace(tzinfo=UTC)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds are naive
def test_the_next_morning_is_within_a_day(now: datetime) -> None:
    for zone in map(ZoneInfo, ("Asia/Shanghai", "Europe/Berlin", "Pacific/Auckland")):
        found = rules.next_morning(now, zone)
        assert timedelta() < found - now <= timedelta(hours=25)
        assert (found.astimezone(zone).hour, found.astimezone(zone).minute) == (9, 0)
