"""What a line says of a visit: where, when, who went, what was heard, what was promised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from commands.kit import clip
from commands.kit.days import NoMomentError
from commands.visits.when import DUE, PAST, due_on, visited_on
from storage.organisations import Organisation, named
from storage.people import Person
from storage.promises import VOID, Promised
from storage.visits import DATE, DONE, STEPS, Visit

HEARD_CHARACTERS, PROMISE_CHARACTERS, REASON_CHARACTERS = 1000, 200, 200
PROMISES = 10
"""So many a visit may have."""
FAR = timedelta(366 * 3)
"""What is farther ahead is a slip."""
TOKENS = 4
"""Where the organisation is called only by a piece of its name, it is one of the first words."""
BREAKS = " \t\r\n,，。;；:：、.!！"
PROMISE = re.compile(
    rf"(?:^|(?<=[{BREAKS}]))(?:我们?|街道)?(?:承诺|\bpromised?\b)(?:了|事项)?[{BREAKS}]*",
    re.IGNORECASE,
)
LINES = re.compile(r"[;；。\n]+")
LEADING = re.compile(rf"(?:走访|我们?|(?:一起|一同|同)?去了?)[{BREAKS}]*")
SAID = re.compile(
    rf"(?:(?:听取)?意见|(?:居民|社区|企业|单位|对方)?反映(?:了|说)?|heard\b)[{BREAKS}]*",
    re.IGNORECASE,
)
"""What stands before that was heard; a day behind it is not the visit's."""
NOTHING = re.compile(
    rf"(?:无|没有|没|暂无|没有承诺|跳过|none|no|nothing|skip|-)[{BREAKS}]*", re.IGNORECASE
)


@dataclass(frozen=True)
class Reading:
    """What was read; what the words leave open is empty."""

    whose: tuple[Organisation, ...]
    """The organisation; several when the words may mean any of them."""
    held_on: date | None
    heard: str
    visitors: tuple[int, ...]
    promises: tuple[Promised, ...]


@dataclass(frozen=True)
class Known:
    """What words are read with."""

    written_at: datetime
    zone: tzinfo
    register: Sequence[Organisation]
    staff: Sequence[Person]

    @property
    def day(self) -> date:
        """On which it was written, in the alliance's zone."""
        return self.written_at.astimezone(self.zone).date()


def read(words: str, known: Known) -> Reading:
    """`兴隆社区 8月20日 和小李 反映停车难；承诺 9月1日前协调物业`."""
    whose, rest = _organisation(words.strip(), known.register)
    head, *tails = PROMISE.split(rest)
    held_on, visitors, heard = _head(head, known)
    made = tuple(one for tail in tails for one in read_promises(tail, known.written_at, known.zone))
    return Reading(whose, held_on, heard[:HEARD_CHARACTERS], visitors, made[:PROMISES])


def read_said(words: str, known: Known) -> tuple[str, tuple[Promised, ...]]:
    """What was heard, and what the same words promise."""
    head, *tails = PROMISE.split(words.strip())
    made = tuple(one for tail in tails for one in read_promises(tail, known.written_at, known.zone))
    return _bare(head)[:HEARD_CHARACTERS], made[:PROMISES]


def read_promises(words: str, now: datetime, zone: tzinfo) -> tuple[Promised, ...]:
    """One for each line, or between semicolons; `9月1日前协调物业` is due then."""
    lines = [one.strip(BREAKS) for one in LINES.split(PROMISE.sub("", words))]
    return tuple(_promised(one, now, zone) for one in lines if one)[:PROMISES]


def says_nothing(words: str) -> bool:
    """`没有`: there is nothing to write down."""
    return NOTHING.fullmatch(words.strip()) is not None


def read_day(words: str, today: date) -> date | None:
    """On which day they were there; None when the words name none that is past."""
    try:
        day = visited_on(words, today)
    except NoMomentError:
        return None
    return day if day is not None and day <= today else None


def read_due(words: str, now: datetime, zone: tzinfo) -> date | None:
    """Until which day; None when the words name none that is ahead."""
    today = now.astimezone(zone).date()
    try:
        day = due_on(words, now, zone)
    except NoMomentError:
        return None
    return day if day is not None and today <= day <= today + FAR else None


def step_after(step: str) -> str:
    """What is asked next of who writes step by step; who does not is asked nothing."""
    return STEPS[STEPS.index(step) + 1] if step in STEPS[:-1] else DONE


def step_before(step: str) -> str:
    """What was asked before."""
    return STEPS[max(0, STEPS.index(step) - 1)] if step in STEPS else DATE


def day_of(ordinal: int) -> date | None:
    """A button's day; anybody may forge it."""
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None


def _promised(line: str, now: datetime, zone: tzinfo) -> Promised:
    """The day is taken out of the words, unless nothing would be left."""
    for found in DUE.finditer(line):
        day = read_due(found[0], now, zone)
        if day is not None:
            rest = f"{line[: found.start()].rstrip(BREAKS)}{line[found.end() :]}".strip(BREAKS)
            return Promised(words=clip(rest or line, PROMISE_CHARACTERS), due_on=day)
    return Promised(words=clip(line, PROMISE_CHARACTERS))


def _organisation(
    words: str, register: Sequence[Organisation]
) -> tuple[tuple[Organisation, ...], str]:
    """Whole names first, the longest; then a piece of one among the first words."""
    names = [(name, one) for one in register for name in (one.name, one.short_name)]
    for name, one in sorted(names, key=lambda pair: -len(pair[0])):
        at = words.casefold().find(name.casefold()) if name else -1
        if at >= 0:
            return (one,), f"{words[:at].rstrip()} {words[at + len(name) :].lstrip()}".strip()
    for found in list(re.finditer(rf"[^{BREAKS}]+", words))[:TOKENS]:
        meant = named(register, found[0]) if len(found[0]) > 1 else ()
        if meant:
            return meant, f"{words[: found.start()]}{words[found.end() :]}".strip()
    return (), words


def _head(head: str, known: Known) -> tuple[date | None, tuple[int, ...], str]:
    """The day and who went stand at the beginning, in any order; the rest was heard."""
    day, visitors, rest = None, list[int](), head.strip(BREAKS)
    while True:
        before = rest
        if found := PAST.match(rest):
            read_there = read_day(found[0], known.day)
            if read_there is not None and day is None:
                day, rest = read_there, rest[found.end() :].lstrip(BREAKS)
        for person in _companions(rest, known.staff):
            visitors.append(person.id)
            named_there = re.compile(rf"[和与同跟带、及]?\s*(?:with )?{re.escape(called(person))}")
            rest = named_there.sub("", rest, count=1).lstrip(BREAKS)
        rest = _without(LEADING, rest)
        if rest == before:
            return day, tuple(dict.fromkeys(visitors)), _bare(rest)


def _companions(rest: str, staff: Sequence[Person]) -> Iterator[Person]:
    for person in staff:
        name = called(person)
        if len(name) > 1 and re.match(rf"(?:[和与同跟带、及]|with )?\s*{re.escape(name)}", rest):
            yield person
            return


def _bare(words: str) -> str:
    return _without(SAID, words.strip(BREAKS)).strip(BREAKS)


def _without(what: re.Pattern[str], words: str) -> str:
    """The words, but for what they begin with."""
    found = what.match(words)
    return words[found.end() :] if found else words


def called(person: Person) -> str:
    """A name as others say it: without what stands in brackets or behind a space."""
    return re.split(r"[\s（(｜|]", person.name.strip(), maxsplit=1)[0]


def joined(heard: str, more: str) -> str:
    """What was heard, and what came later below it."""
    return "\n".join(one for one in (heard, more) if one)[:HEARD_CHARACTERS]


def room(visit: Visit) -> int:
    """So many promises it may have yet."""
    return max(0, PROMISES - sum(one.state != VOID for one in visit.promises))


def reason(words: str) -> str:
    """Why something was not kept, in one line; empty: no words."""
    return clip(" ".join(words.split()), REASON_CHARACTERS)
