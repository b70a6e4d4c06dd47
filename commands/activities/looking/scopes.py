"""Which activities a list is of: narrowed by words behind the command, and by buttons below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from commands.activities.looking.searches import span
from storage.activity_lists import Wanted
from storage.organisations import Organisation
from storage.searches import Search
from storage.tags import LINKAGES

NUMBERS = ("organisation", "year", "month", "kind", "community", "mine", "search")
OLD_NUMBERS = ("organisation", "year", "month")
"""Lists that were shown by earlier versions bear these."""


@dataclass(frozen=True)
class Scope:
    """None, 0 and the empty text stand for any."""

    organisation: Organisation | None = None
    year: int = 0
    month: int = 0
    linkage: str = ""
    community: Organisation | None = None
    """The organisation that a community is known by."""
    is_mine: bool = False
    search: Search | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """As buttons bear it; the place of each is that of its name in `NUMBERS`."""
        return (
            self.organisation.id if self.organisation else 0,
            self.year,
            self.month,
            LINKAGES.index(self.linkage) + 1 if self.linkage else 0,
            self.community.id if self.community else 0,
            int(self.is_mine),
            self.search.id if self.search else 0,
        )

    @property
    def args(self) -> str:
        """As somebody would type it behind the command, as far as words can say it."""
        month = f"{self.year}-{self.month:02}" if self.month else f"{self.year}年"
        name = self.organisation.short_name if self.organisation else ""
        words = self.search.words if self.search else ""
        return " ".join(part for part in (name, month if self.year else "", words) if part)

    @property
    def is_any(self) -> bool:
        """True when nothing is narrowed."""
        return not any(self.numbers)

    def wanted(self, person_id: int) -> Wanted:
        """As storage is asked by this person."""
        first, last = span(self.year, self.month) or (None, None)
        return Wanted(
            organisation_id=self.organisation.id if self.organisation else None,
            first=first,
            last=last,
            linkage=self.linkage,
            community=self.community.community if self.community else "",
            person_id=person_id if self.is_mine else None,
            words=self.search.words if self.search else "",
        )

    def in_month(self, year: int, month: int) -> "Scope":
        """The same in another month; 0 for any."""
        return replace(self, year=year, month=month)


def padded(numbers: tuple[int, ...]) -> tuple[int, ...] | None:
    """A button's numbers without its page, whole; None: it is none of ours."""
    if len(numbers) == len(OLD_NUMBERS):
        return (*numbers, *(0 for _ in NUMBERS[len(OLD_NUMBERS) :]))
    return numbers if len(numbers) == len(NUMBERS) else None


def is_dated(year: int, month: int) -> bool:
    """True for a month or year that there is, or none at all."""
    return (year, month) == (0, 0) or span(year, month) is not None


def community_of(register: Sequence[Organisation], organisation_id: int) -> Organisation | None:
    """The organisation that a community is known by."""
    return next((one for one in communities(register) if one.id == organisation_id), None)


def communities(register: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """For each community the first organisation that is in it."""
    first: dict[str, Organisation] = {}
    for one in register:
        if one.community.strip():
            first.setdefault(one.community, one)
    return tuple(first.values())
