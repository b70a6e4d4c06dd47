"""Opening hours: read from people's words, said in both languages, and what they mean now."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar
from commands.points import sayings
from commands.points.hours import UnreadableError, read_hours
from commands.points.openings import (
    ALWAYS,
    NEVER,
    Exceptional,
    Now,
    Opening,
    Spans,
    read,
    standing,
)
from locales import Catalogues, plain

ZONE = ZoneInfo("Asia/Shanghai")
CHINESE, ENGLISH = (Catalogues(zone=ZONE).words(one) for one in ("zh_CN", "en"))
TODAY = date(2026, 8, 20)
"""A Thursday."""
NOON_BREAK = "周一至周五 9:00-12:00 14:00-17:30；周六上午"
DAYTIME: Spans = ((9 * 60, 12 * 60), (14 * 60, 17 * 60 + 30))


def spans(text: str) -> Spans:
    """`9:00-12:00 14:00-17:30` as minutes."""
    found = []
    for one in text.split():
        begin, end = (clock.split(":") for clock in one.split("-"))
        found.append((int(begin[0]) * 60 + int(begin[1]), int(end[0]) * 60 + int(end[1])))
    return tuple(found)


@pytest.mark.parametrize(
    ("said", "monday", "saturday", "sunday"),
    [
        (NOON_BREAK, "9:00-12:00 14:00-17:30", "9:00-12:00", ""),
        ("每天24小时", "0:00-24:00", "0:00-24:00", "0:00-24:00"),
        ("工作日 早8点到晚6点", "8:00-18:00", "", ""),
        ("9:00-17:00", "9:00-17:00", "9:00-17:00", "9:00-17:00"),
        ("周一、三、五 9点到12点", "9:00-12:00", "", ""),
        ("周一闭馆，周二至周日 9：00－17：00", "", "9:00-17:00", "9:00-17:00"),
        ("周一到周日 9点半—11点半，下午两点到五点", *["9:30-11:30 14:00-17:00"] * 3),
        ("每天 22:00-次日6:00", "22:00-30:00", "22:00-30:00", "22:00-30:00"),
        ("星期一至星期五上午8:30—12:00，下午1:30—5:00", "8:30-12:00 13:30-17:00", "", ""),
        ("周六日 9-12点", "", "9:00-12:00", "9:00-12:00"),
        ("工作日9:00-17:00（中午不休）", "9:00-17:00", "", ""),
        (
            "Mon-Fri 9-12; Sat 9am-1pm",
            "9:00-12:00",
            "9:00-13:00",
            "",
        ),
        ("weekdays 8am-6pm", "8:00-18:00", "", ""),
        ("daily 24 hours", "0:00-24:00", "0:00-24:00", "0:00-24:00"),
        ("18:00-8:00", "18:00-32:00", "18:00-32:00", "18:00-32:00"),
    ],
)
def test_words_are_a_weeks_rule(said: str, monday: str, saturday: str, sunday: str) -> None:
    rule = read_hours(said, TODAY)
    assert rule.days[0] == spans(monday)
    assert rule.days[5] == spans(saturday)
    assert rule.days[6] == spans(sunday)


@pytest.mark.parametrize(
    ("said", "on_holidays"),
    [
        (NOON_BREAK, False),
        ("每天 9:00-17:00", True),
        ("每天 9:00-17:00，节假日除外", False),
        ("周一至周六（节假日不休）9:00-17:00", True),
        ("Mon-Sat 9-17, closed on holidays", False),
        ("工作日 9:00-17:00 法定节假日休息", False),
    ],
)
def test_holidays_are_days_off_unless_it_is_said(said: str, *, on_holidays: bool) -> None:
    assert read_hours(said, TODAY).on_holidays is on_holidays


@pytest.mark.parametrize(
    ("said", "piece"),
    [
        ("看情况", "看情况"),
        ("周一", ""),
        ("", ""),
        ("25:00-26:00", "25:00-26:00"),
        ("周一至周五 9:00-12:00 以后再说", "以后再说"),
        ("2月30日 休息，每天 9-12点", "2月30日"),
        ("每天休息", ""),
    ],
)
def test_what_is_not_understood_is_named(said: str, piece: str) -> None:
    with pytest.raises(UnreadableError) as unread:
        read_hours(said, TODAY)
    assert str(unread.value) == piece


def test_days_that_are_otherwise() -> None:
    rule = read_hours("工作日 9:00-17:00，10月1日至10月7日 休息，1月3日 9:00-12:00", TODAY)
    assert rule.exceptions == (
        Exceptional(first=date(2026, 10, 1), last=date(2026, 10, 7), spans=NEVER),
        Exceptional(first=date(2027, 1, 3), last=date(2027, 1, 3), spans=spans("9:00-12:00")),
    )
    assert plain(sayings.rule(CHINESE, rule, TODAY)).split("；") == [
        "工作日 9:00–17:00",
        "法定节假日休息",
        "10月1日 周四至10月7日 周三 休息",
        "2027年1月3日 周日 9:00–12:00",
    ]
    assert "10月1日" not in sayings.rule(CHINESE, rule, date(2026, 10, 8))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("said", "moment", "shown"),
    [
        (NOON_BREAK, "2026-08-20T08:59", "🟠 现在没开，今天 9:00 开放"),
        (NOON_BREAK, "2026-08-20T09:00", "🟢 正在开放，到 12:00"),
        (NOON_BREAK, "2026-08-20T12:00", "🟠 现在没开，今天 14:00 开放"),
        (NOON_BREAK, "2026-08-20T17:29", "🟢 正在开放，到 17:30"),
        (NOON_BREAK, "2026-08-20T17:30", "⚪ 现在没开，明天 9:00 开放"),
        (NOON_BREAK, "2026-08-22T12:00", "⚪ 现在没开，8月24日 周一 9:00 开放"),
        (NOON_BREAK, "2026-10-01T10:00", "⚪ 现在没开，10月8日 周四 9:00 开放"),
        ("工作日 9:00-17:00", "2026-10-10T10:00", "🟢 正在开放，到 17:00"),
        ("周一至周五 9:00-17:00", "2026-10-10T10:00", "⚪ 现在没开，10月12日 周一 9:00 开放"),
        ("每天24小时", "2026-10-01T03:00", "🟢 24 小时开放"),
        ("每天 22:00-次日6:00", "2026-08-20T05:59", "🟢 正在开放，到 06:00"),
        ("每天 22:00-次日6:00", "2026-08-20T06:00", "🟠 现在没开，今天 22:00 开放"),
        ("9月1日 9:00-12:00", "2026-10-01T10:00", "⚪ 近期不开放"),
        ("", "2026-10-01T10:00", "⚪ 未填写开放时间"),
    ],
)
def test_whether_it_is_open_now(said: str, moment: str, shown: str) -> None:
    """2026-10-10 is a Saturday that makes up for the National Day."""
    rule = read_hours(said, TODAY) if said else None
    here = at(moment)
    now = standing(rule, here, Calendar({date(2026, 10, 10): True}))
    assert plain(sayings.standing(CHINESE, now, here.date())) == shown.replace(
        " 9:00 开", " 09:00 开"
    )


def test_midnight_closes_nobody_who_is_open_on_both_sides() -> None:
    rule = read_hours("每天 18:00-24:00, 0:00-2:00", TODAY)
    now = standing(rule, at("2026-08-20T23:00"), Calendar())
    assert (now.now, now.at) == (Now.OPEN, at("2026-08-21T02:00"))
    assert standing(None, at("2026-08-20T23:00"), Calendar()).is_open is False
    assert "🟢" in sayings.standing(ENGLISH, now, TODAY)


@st.composite
def _spans(draw: st.DrawFn) -> Spans:
    """Some stretches of a day with minutes between them."""
    cuts = sorted(draw(st.sets(st.integers(0, 24 * 60), min_size=2, max_size=6)))
    cuts = cuts[: len(cuts) // 2 * 2]
    return tuple(zip(cuts[::2], cuts[1::2], strict=True))


@st.composite
def _rules(draw: st.DrawFn) -> Opening:
    kinds = draw(st.lists(st.one_of(_spans(), st.just(NEVER)), min_size=1, max_size=3))
    days = [draw(st.sampled_from(kinds)) for _ in range(7)]
    if not any(days):
        days[0] = ALWAYS
    first = TODAY + timedelta(draw(st.integers(0, 300)))
    exception = Exceptional(
        first=first,
        last=first + timedelta(draw(st.integers(0, 9))),
        spans=draw(st.sampled_from(kinds)),
    )
    return Opening(
        days=(days[0], days[1], days[2], days[3], days[4], days[5], days[6]),
        on_holidays=draw(st.booleans()),
        exceptions=draw(st.sampled_from(((), (exception,)))),
    )


@given(_rules())
def test_what_is_said_is_read_as_the_same_rule(rule: Opening) -> None:
    """So a table that is taken along comes back and changes nothing."""
    assert read(rule.model_dump_json()) == rule
    for words in (CHINESE, ENGLISH):
        said = plain(sayings.readable(words, rule, TODAY))
        assert read_hours(said, TODAY) == rule, said


@given(st.text(max_size=80))
def test_whatever_is_written_is_a_rule_or_is_not_understood(said: str) -> None:
    try:
        rule = read_hours(said, TODAY)
    except UnreadableError:
        return
    here = datetime(2026, 8, 20, 4, tzinfo=UTC).astimezone(ZONE)
    assert standing(rule, here, Calendar()).now is not Now.UNKNOWN
