"""Opening hours as people write them -> the rule: `周一至周五 9:00-12:00；周六上午`. Pure.

What is read is shown back and confirmed, so what has two meanings is taken for the likelier one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from commands.kit.days import NoMomentError
from commands.points.clocks import RANGE, span_of
from commands.points.openings import ALWAYS, NEVER, Exceptional, Opening, Spans
from commands.points.weeks import DATES, ENGLISH, EVERY, WEEK, WEEKEND, dates_of, days_of, english

NOON = 12 * 60
MORNING, AFTERNOON = (9 * 60, NOON), (14 * 60, 17 * 60 + 30)
"""Of `周六上午` where nothing says when a morning begins."""
MOST = 6
"""Spans of a day, and exceptions."""
LONGEST = 600
"""Characters; seven days that all differ are not longer."""
DASHES = str.maketrans(dict.fromkeys("至到~〜～–—―−", "-"))


class UnreadableError(ValueError):
    """What was not understood of somebody's words; empty: they say nothing of hours."""


@dataclass
class _Clause:
    """Of which days something is said, and what."""

    days: set[int] = field(default_factory=set)
    dates: tuple[date, date] | None = None
    is_working: bool = False
    on_holidays: bool | None = None
    """Whether it says that holidays change nothing, or that it is closed then."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    is_closed: bool = False

    @property
    def names_days(self) -> bool:
        return bool(self.days or self.dates)

    @property
    def says_when(self) -> bool:
        return bool(self.spans or self.halves or self.is_closed)


Take = Callable[[_Clause, re.Match[str], date], None]


def read_hours(said: str, today: date) -> Opening:
    """The rule that the words give; raises UnreadableError.

    Dates without a year are the next such days.
    """
    words = unicodedata.normalize("NFKC", said).casefold().translate(DASHES)
    if len(words) > LONGEST:
        raise UnreadableError("")
    every = list(_clauses(words, today))
    clauses = [one for one in every if one.names_days or one.says_when]
    if not clauses or not all(one.says_when for one in clauses):
        raise UnreadableError("")
    holidays = [one.on_holidays for one in every if one.on_holidays is not None]
    return _rule(clauses, holidays[-1] if holidays else None)


def _clauses(words: str, today: date) -> Iterator[_Clause]:
    """Days after times begin the next clause."""
    at, clause = 0, _Clause()
    while at < len(words):
        found, take, is_day = _next(words, at)
        if found is None:
            raise UnreadableError(_piece(words, at))
        if is_day and clause.says_when:
            yield clause
            clause = _Clause()
        if take is not None:
            try:
                take(clause, found, today)
            except (NoMomentError, ValueError) as error:
                raise UnreadableError(found[0].strip()) from error
        at = found.end()
    yield clause


def _next(words: str, at: int) -> tuple[re.Match[str] | None, Take | None, bool]:
    for pattern, take, is_day in TOKENS:
        if found := pattern.match(words, at):
            return found, take, is_day
    return None, None, False


def _piece(words: str, at: int) -> str:
    """What is not understood, up to the next sign."""
    return re.split(r"[\s;,，。；、]", words[at : at + 12], maxsplit=1)[0]


def _rule(clauses: list[_Clause], on_holidays: bool | None) -> Opening:  # noqa: FBT001 - as said
    days: list[Spans] = [NEVER] * 7
    exceptions = []
    for one in clauses:
        spans = _spans(one, days)
        if one.dates:
            exceptions.append(Exceptional(first=one.dates[0], last=one.dates[1], spans=spans))
        else:
            for day in one.days or EVERY:
                days[day] = spans
    if len(exceptions) > MOST or not (any(days) or exceptions):
        raise UnreadableError("")
    by_calendar = any(one.is_working for one in clauses)
    if on_holidays is None:
        on_holidays = all(days) and not by_calendar
    return Opening(
        days=(days[0], days[1], days[2], days[3], days[4], days[5], days[6]),
        by_calendar=by_calendar,
        on_holidays=on_holidays,
        exceptions=tuple(exceptions),
    )


def _spans(clause: _Clause, days: list[Spans]) -> Spans:
    """In their order, those that meet joined; half a day is as it is on the days before."""
    usual = next((spans for spans in days if spans and spans != ALWAYS), NEVER)
    spans = list(clause.spans)
    for half in clause.halves:
        is_early = half in {"上午", "早上", "morning"}
        like = [one for one in usual if (one[0] < NOON) == is_early]
        cut = [(begin, min(end, NOON)) if is_early else (begin, end) for begin, end in like]
        spans += cut or [MORNING if is_early else AFTERNOON]
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    if len(joined) > MOST:
        raise UnreadableError("")
    return NEVER if clause.is_closed else tuple(joined)


def _take_range(clause: _Clause, found: re.Match[str], _today: date) -> None:
    clause.spans.append(span_of(found))


def _take_half(clause: _Clause, found: re.Match[str], _today: date) -> None:
    clause.halves.append(found[0])


def _take_all_day(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.spans = list(ALWAYS)


def _take_closed(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.is_closed = not clause.spans


def _take_week(clause: _Clause, found: re.Match[str], _today: date) -> None:
    clause.days |= days_of(found)


def _take_english(clause: _Clause, found: re.Match[str], _today: date) -> None:
    clause.days |= english(found)


def _take_working(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.days |= set(range(5))
    clause.is_working = True


def _take_weekend(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.days |= WEEKEND


def _take_every(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.days |= EVERY


def _take_holidays_off(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.on_holidays = False


def _take_holidays(clause: _Clause, _found: re.Match[str], _today: date) -> None:
    clause.on_holidays = True


def _take_dates(clause: _Clause, found: re.Match[str], today: date) -> None:
    clause.dates = dates_of(found, today)


def _token(
    pattern: str, take: Take | None, *, is_day: bool = False
) -> tuple[re.Pattern[str], Take | None, bool]:
    return re.compile(pattern, re.IGNORECASE), take, is_day


HOLIDAYS = r"(?:国家)?(?:法定)?节?假日"
OFF = r"休息|闭馆|关门|停业|放假|除外|不(?:开放|营业|办公|上班|开门)|closed|off|休"
TOKENS = (
    _token(DATES, _take_dates, is_day=True),
    _token(WEEK, _take_week, is_day=True),
    _token(ENGLISH, _take_english, is_day=True),
    _token(r"工作日|上班日|working days?|weekdays?", _take_working, is_day=True),
    _token(r"周末|双休日?|weekends?", _take_weekend, is_day=True),
    _token(r"每天|每日|天天|全年|全周|daily|every ?day", _take_every, is_day=True),
    _token(
        rf"{HOLIDAYS}\s*(?:{OFF})|(?:{OFF}|except)(?: on)? (?:public )?holidays?",
        _take_holidays_off,
    ),
    _token(
        rf"{HOLIDAYS}\s*(?:照常|不休息?|正常)?(?:开放|营业)?"
        r"|(?:open )?(?:on )?(?:public )?holidays?",
        _take_holidays,
    ),
    _token(r"(?:24|二十四)个?小时|24 ?h(?:ours|rs)?|24/7|全天|all day", _take_all_day),
    _token(RANGE, _take_range),
    _token(r"上午|早上|下午|晚上|morning|afternoon|evening", _take_half),
    _token(OFF, _take_closed),
    _token(
        r"[\s;,.，。；、:()&|/]+|和|及|and|on|from|开放时间?|营业时间?|服务时间?|办公时间?|对外|无休|中午不休息?|open|hours",
        None,
    ),
)
