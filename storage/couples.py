"""What a register's file says of pairs, beside those that are kept: which begin and which end.

A pair stands in the cells of both, and is one: to add it on one side is enough. To part two, or to
say another day, both sides that are in the file have to say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from storage.entries import Entry, Organisation, Partner, Row, folded
from storage.pairings import COMMUNITY, STREET, Pairing
from storage.values import Value

BETWEEN = "；"
"""Between partners in one cell."""
SEPARATORS = re.compile(r"(?:[;；,，、\n]|(?<!\d)/|/(?!\d))+")
"""What stands between partners, in whatever way offices write it; so no name is written with it."""
Two = tuple[str, str]
"""An organisation and its community, by the full names that they have once all is taken over."""
Days = dict[Two, date | None]
Pair = tuple[Entry, Organisation | None]
"""A row, and the organisation that it speaks of."""


class Reason(StrEnum):
    """Why what a line says of a partner cannot be taken over."""

    UNKNOWN = "unknown"
    NOT_SO = "not so"
    """Only a community and one that is none are paired, and never the street."""
    OTHER_DAY = "other day"
    ONE_SIDED = "one-sided"
    """This line leaves out a pair that the other's line still has."""


class Misfit(Value):
    """A partner that cannot be, by the line of the file; in `other` it is told otherwise."""

    line: int
    partner: str
    reason: Reason
    other: int = 0


class Couple(Value):
    """Two that the file pairs, or whose day it changes; the names are those of `Two`."""

    organisation: str
    community: str
    since: date | None = None


class Couples(Value):
    """What the file does to pairs; with a misfit it cannot be taken over."""

    begun: tuple[Couple, ...] = ()
    parted: tuple[int, ...] = ()
    """Ids of pairings."""
    misfits: tuple[Misfit, ...] = ()
    told: Mapping[str, tuple[str, str]] = {}
    """By full name, of those whom this changes: the cell before, and after."""


def written(partners: Iterable[Partner]) -> str:
    """A cell that says the same when it is read again; the first of a month is told as a month."""
    return BETWEEN.join(
        one.name if one.since is None else f"{one.name}（{_day(one.since)}）" for one in partners
    )


def cells(paired: Iterable[Pairing]) -> dict[int, str]:
    """The cell of each organisation that is paired, by its id."""
    partners: dict[int, list[Partner]] = defaultdict(list)
    for one in paired:
        partners[one.organisation_id].append(_partner(one.community, one.since))
        partners[one.community_id].append(_partner(one.organisation, one.since))
    return {organisation_id: written(every) for organisation_id, every in partners.items()}


def compare(
    kept: Sequence[Organisation], pairs: Sequence[Pair], paired: Sequence[Pairing]
) -> Couples:
    """What the rows say, beside all that is kept."""
    cast = _Cast(kept, pairs, paired)
    misfits = list(cast.misfits)
    after, parted = dict(cast.standing), list[int]()
    for two in dict.fromkeys((*cast.said, *cast.kept)):
        sides = cast.said.get(two, {})
        silent = [name for name in two if name in cast.lines and name not in sides]
        wrong = cast.judge(two, silent)
        if wrong is not None:
            misfits.append(wrong)
        elif sides:
            after[two] = next(filter(None, sides.values()), None)
        elif silent and cast.may_part(two):
            after.pop(two, None)
            parted.append(cast.kept[two].id)
    begun = (two for two, day in after.items() if cast.standing.get(two, "none") != day)
    return Couples(
        begun=tuple(Couple(organisation=a, community=b, since=after[a, b]) for a, b in begun),
        parted=tuple(parted),
        misfits=tuple(sorted(misfits, key=lambda one: one.line)),
        told=cast.told(after),
    )


class _Cast:
    """Who there is once the file is taken over, who is paired now, and what the file says of it."""

    def __init__(
        self, kept: Sequence[Organisation], pairs: Sequence[Pair], paired: Sequence[Pairing]
    ) -> None:
        spoken_of = {old.id: row.name for row, old in pairs if old is not None}
        others = [one for one in kept if one.id not in spoken_of and one.retired_at is None]
        self._names = spoken_of | {one.id: one.name for one in others}
        self._entries: dict[str, Entry] = {one.name: one for one in others}
        self._entries |= {row.name: row for row, _ in pairs}
        self._back = {row.name for row, old in pairs if old is not None and old.retired_at}
        self._by_called = dict(_called(others, pairs))
        self.kept = {two: one for one in paired if (two := self._two_of(one)) is not None}
        """Also of who comes back."""
        self.standing: Days = {
            two: one.since for two, one in self.kept.items() if not self._back & {*two}
        }
        self.lines = {row.name: row.line for row, _ in pairs if isinstance(row, Row) and row.speaks}
        self.misfits: list[Misfit] = []
        self.said: dict[Two, dict[str, date | None]] = defaultdict(dict)
        """By who says so: since when."""
        for row, _ in pairs:
            if isinstance(row, Row):
                self._hear(row)

    def judge(self, two: Two, silent: Sequence[str]) -> Misfit | None:
        """Where the two lines do not agree."""
        sides = self.said.get(two, {})
        if len(set(sides.values()) - {None}) > 1:
            first, second = sorted(two, key=lambda name: self.lines[name])
            return self._misfit(second, first, Reason.OTHER_DAY)
        if sides and silent and two in self.standing:
            return self._misfit(silent[0], next(iter(sides)), Reason.ONE_SIDED)
        return None

    def may_part(self, two: Two) -> bool:
        """Who comes back has the old pairs again, unless the own line leaves them out."""
        back = self._back & {*two}
        return not back or bool(back & self.lines.keys())

    def told(self, after: Days) -> dict[str, tuple[str, str]]:
        """The cells that are others, by full name."""
        cells_before, cells_after = self._cells(self.standing), self._cells(after)
        named = {*cells_before, *cells_after}
        told = {name: (cells_before.get(name, ""), cells_after.get(name, "")) for name in named}
        return {name: both for name, both in told.items() if both[0] != both[1]}

    def _two_of(self, one: Pairing) -> Two | None:
        unit = self._names.get(one.organisation_id)
        community = self._names.get(one.community_id)
        return None if unit is None or community is None else (unit, community)

    def _hear(self, row: Row) -> None:
        for partner in row.pairs:
            called = self._by_called.get(_key(partner.whole))
            since = None if called else partner.since
            called = called or self._by_called.get(_key(partner.name))
            two = None if called is None else self._two(row.name, called)
            if called is None or two is None:
                reason = Reason.UNKNOWN if called is None else Reason.NOT_SO
                wrong = Misfit(line=row.line, partner=partner.name, reason=reason)
                self.misfits.append(wrong)
            else:
                self._note(two, row, called, since)

    def _note(self, two: Two, row: Row, other: str, since: date | None) -> None:
        earlier = self.said[two].get(row.name)
        if since and earlier and since != earlier:
            partner = self._entries[other].short_name
            twice = Misfit(line=row.line, other=row.line, partner=partner, reason=Reason.OTHER_DAY)
            self.misfits.append(twice)
        self.said[two][row.name] = since or earlier

    def _two(self, name: str, other: str) -> Two | None:
        """The community second; None where there is not one of each."""
        kinds = self._entries[name].category, self._entries[other].category
        if STREET in kinds or kinds.count(COMMUNITY) != 1:
            return None
        return (other, name) if kinds[0] == COMMUNITY else (name, other)

    def _misfit(self, name: str, other: str, reason: Reason) -> Misfit:
        partner = self._entries[other].short_name
        lines = self.lines[name], self.lines[other]
        return Misfit(line=lines[0], other=lines[1], partner=partner, reason=reason)

    def _cells(self, days: Days) -> dict[str, str]:
        places = {name: place for place, name in enumerate(self._entries)}
        partners: dict[str, list[Partner]] = defaultdict(list)
        for two in sorted(days, key=lambda two: (places[two[1]], places[two[0]])):
            for name, other in (two, two[::-1]):
                partners[name].append(_partner(self._entries[other].short_name, days[two]))
        return {name: written(every) for name, every in partners.items()}


def _called(others: Iterable[Entry], pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """How an organisation may be called, and its full name; names of the file itself come last."""
    for one in others:
        yield from ((_key(one.name), one.name), (_key(one.short_name), one.name))
    for row, old in pairs:
        if old is not None:
            yield from ((_key(old.name), row.name), (_key(old.short_name), row.name))
    for row, _ in pairs:
        yield _key(row.name), row.name
    for row, _ in pairs:
        yield _key(row.short_name), row.name


def _key(name: str) -> str:
    return SEPARATORS.sub("", folded(name))


def _partner(short_name: str, since: date | None) -> Partner:
    name = SEPARATORS.sub(" ", short_name).strip()
    return Partner(whole=name, name=name, since=since)


def _day(since: date) -> str:
    return f"{since:%Y-%m}" if since.day == 1 else since.isoformat()
