"""The ledger's sums: in all, by kind, by organisation. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.ledgers import Entry
from storage.tags import LINKAGES

HOUR = 60
NO_KIND = ""


@dataclass(frozen=True)
class Figures:
    """What activities come to; what nobody said counts for nothing."""

    activities: int = 0
    served: int = 0
    joined: int = 0
    minutes: int = 0
    money: int = 0
    """In yuan."""

    @property
    def hours(self) -> float:
        return self.minutes / HOUR


@dataclass(frozen=True)
class Credit:
    """An organisation's part: the activities of its own, and those of others that it was part of.

    A joint activity counts for each organisation, so these figures add up to more than the whole.
    """

    organisation: str
    own: int
    joint: int
    figures: Figures


def figures(entries: Iterable[Entry]) -> Figures:
    """The sums of these."""
    all_of_them = tuple(entries)
    return Figures(
        len(all_of_them),
        sum(one.served or 0 for one in all_of_them),
        sum(one.joined or 0 for one in all_of_them),
        sum(one.minutes or 0 for one in all_of_them),
        sum(one.money or 0 for one in all_of_them),
    )


def of_kind(entries: Iterable[Entry], linkage: str) -> tuple[Entry, ...]:
    """Those of a 联动; of none, for the empty text and for names that nobody knows any more."""
    return tuple(
        one for one in entries if (one.linkage if one.linkage in LINKAGES else NO_KIND) == linkage
    )


def kinds_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """All five, in the alliance's order, and none at last where there are such."""
    return (*LINKAGES, NO_KIND) if of_kind(entries, NO_KIND) else LINKAGES


def credits_of(entries: Sequence[Entry]) -> tuple[Credit, ...]:
    """Each organisation that did something, those that did most first."""
    own: dict[str, list[Entry]] = {}
    joint: dict[str, list[Entry]] = {}
    for entry in entries:
        own.setdefault(entry.organisation, []).append(entry)
        for name in {part.organisation for part in entry.partners} - {entry.organisation}:
            joint.setdefault(name, []).append(entry)
    names = [name for name in dict.fromkeys((*own, *sorted(joint))) if name]
    made = [
        Credit(
            name,
            len(own.get(name, ())),
            len(joint.get(name, ())),
            figures((*own.get(name, ()), *joint.get(name, ()))),
        )
        for name in names
    ]
    return tuple(sorted(made, key=lambda one: -one.figures.activities))
