"""What was found of one thing in somebody's words: for sure, perhaps, or nothing."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from commands.activities.faults import Fault

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Finding(Generic[T_co]):
    """Sure when it has a value; not sure when it has candidates or a fault; else nothing was found.

    A finding that is not sure is asked about, and never kept as a fact.
    """

    value: T_co | None = None
    candidates: tuple[T_co, ...] = ()
    """What it may be, the likeliest first."""
    fault: Fault | None = None
    """Why what was written cannot be it."""

    @property
    def is_unsure(self) -> bool:
        return self.value is None and (bool(self.candidates) or self.fault is not None)
