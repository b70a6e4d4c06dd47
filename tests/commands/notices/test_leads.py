"""When the missing are reminded: never in quiet hours, never after the deadline."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar, Hours, Span
from commands.notices import leads
from storage.deadlines import EARLIEST
from storage.notices import URGENT
from tests.commands.notices.scene import EN, ZH, notice
from tests.vocabulary.clock import ZONE

NIGHT = Span.read("21:30-7:30")
WORKING = Hours(ZONE, Calendar(), NIGHT, working_days=True)


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def reminded(deadline: str, sent: str, minutes: str, hours: Hours = WORKING) -> list[str]:
    """The moments, in the alliance's zone."""
    asked = notice(deadline=here(deadline), remind_before=minutes)
    found = leads.reminds(hours)(asked, here(sent))
    return [one.astimezone(ZONE).isoformat(" ", "minutes")[:16] for one in found]


@pytest.mark.parametrize(
    ("deadline", "sent", "minutes", "moments"),
    [
        ("2026-08-21 18:00", "2026-08-20 18:00", "1440,120", ["2026-08-21 16:00"]),
        (
            "2026-08-21 18:00",
            "2026-08-20 09:00",
            "120,30,0",
            [
                "2026-08-21 16:00",
                "2026-08-21 17:30",
                "2026-08-21 18:00",
            ],
        ),
        ("2026-08-21 18:00", "2026-08-20 09:00", "", []),
        # two hours before eight is night: the evening before
        ("2026-08-21 08:00", "2026-08-20 09:00", "120", ["2026-08-20 20:30"]),
        # there was no notice in the evening before: as soon as the night is over
        ("2026-08-21 08:00", "2026-08-20 21:00", "120", ["2026-08-21 07:30"]),
        # that would be of no use any more
        ("2026-08-21 07:40", "2026-08-20 21:00", "120", []),
        # a Sunday is left to the Friday before it
        (
            "2026-08-24 09:00",
            "2026-08-20 09:00",
            "1440,30",
            [
                "2026-08-21 09:00",
                "2026-08-24 08:30",
            ],
        ),
        # two that would come in one night are one
        ("2026-08-21 08:00", "2026-08-20 09:00", "120,60", ["2026-08-20 20:30"]),
        # before a holiday of a week
        ("2026-10-08 09:00", "2026-09-28 09:00", "4320,1440", ["2026-09-30 09:00"]),
        ("2028-03-01 09:00", "2028-02-28 09:00", "1440", ["2028-02-29 09:00"]),
    ],
)
def test_when_the_missing_are_reminded(
    deadline: str, sent: str, minutes: str, moments: list[str]
) -> None:
    assert reminded(deadline, sent, minutes) == moments


def test_what_is_urgent_comes_at_any_hour() -> None:
    asked = notice(deadline=here("2026-08-21 08:00"), remind_before="120", weight=URGENT)
    found = leads.reminds(WORKING)(asked, here("2026-08-20 09:00"))
    assert found == (here("2026-08-21 06:00"),)
    assert leads.waits_until(WORKING, asked, here("2026-08-21 03:00")) == here("2026-08-21 03:00")
    assert leads.waits_until(WORKING, notice(), here("2026-08-21 03:00")) == here(
        "2026-08-21 07:30"
    )


def test_without_a_deadline_nobody_is_reminded() -> None:
    assert leads.reminds(WORKING)(notice(), here("2026-08-20 09:00")) == ()


@given(
    sent=st.datetimes(datetime(2026, 8, 1), datetime(2026, 12, 1)),  # noqa: DTZ001 - zone below
    hours_left=st.floats(0.1, 200),
    minutes=st.sets(st.sampled_from(list(leads.LEAD_NAMES))),
    working_days=st.booleans(),
)
def test_no_reminder_disturbs_or_comes_too_late(
    sent: datetime, hours_left: float, minutes: set[int], *, working_days: bool
) -> None:
    sent_at = sent.replace(tzinfo=ZONE)
    hours = Hours(ZONE, Calendar(), NIGHT, working_days=working_days)
    deadline = sent_at + timedelta(hours=hours_left)
    asked = notice(deadline=deadline, remind_before=",".join(map(str, minutes)))
    for moment in leads.reminds(hours)(asked, sent_at):
        assert hours.is_open(moment)
        assert sent_at + EARLIEST <= moment <= deadline


def test_a_lead_is_turned_by_a_press() -> None:
    assert leads.toggled("1440,120", 30) == "1440,120,30"
    assert leads.toggled("1440,120,30", 1440) == "120,30"
    assert leads.toggled("", 0) == "0"
    assert leads.toggled("1440,120", leads.NONE) == ""
    assert leads.toggled("1440,120", 12345) == ""


def test_the_leads_are_said_and_ticked() -> None:
    asked = notice(remind_before="1440,0")
    assert leads.said(ZH, asked) == "🔔 自动提醒还没反馈的单位：1天前、截止时"
    assert leads.said(EN, notice(remind_before="")) == "🔔 No reminders before the deadline"
    (first, second, _, none) = leads.rows(ZH, asked, "notices.lead")
    assert [key.label for key in (*first, *second)] == ["3天前", "✅ 1天前", "2小时前", "30分钟前"]
    assert none[0].data == "notices.lead:12:-1"
