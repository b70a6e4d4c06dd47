"""What the calendar asks the storage, for `benchmarks.queries`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from benchmarks.town.draw import Draw
from benchmarks.town.size import NOW
from storage import (
    announcement_lists,
    announcements,
    due_notices,
    matches,
    series,
    signup_lists,
    signups,
)
from storage.database import Store
from storage.due_notices import Reader

TODAY = NOW.date()
A_MONTH = timedelta(31)
Ask = Callable[[Store, Draw], Awaitable[object]]

LISTED: dict[str, Ask] = {
    "announcement_lists.between": lambda db, _: announcement_lists.between(
        db, TODAY, TODAY + A_MONTH, 200, with_called_off=True
    ),
    "announcement_lists.next_of": lambda db, d: announcement_lists.next_of(db, d.few, TODAY),
    "announcement_lists.series": lambda db, d: announcement_lists.series(db, d.few),
    "announcement_lists.some": lambda db, d: announcement_lists.some(db, d.some(d.size.activities)),
    "announcement_lists.upcoming": lambda db, _: announcement_lists.upcoming(db, TODAY, 12),
    "announcement_lists.whole": lambda db, _: announcement_lists.whole(db, TODAY),
    "announcements.one": lambda db, d: announcements.one(db, d.few),
    "due_notices.due_between": lambda db, d: due_notices.due_between(
        db, NOW, NOW + A_MONTH, Reader(organisations=(d.organisation,)), 200
    ),
    "due_notices.due_between for staff": lambda db, _: due_notices.due_between(
        db, NOW, NOW + A_MONTH, Reader(is_staff=True), 200
    ),
    "matches.of": lambda db, d: matches.of(db, d.activity),
    "matches.open_to": lambda db, d: matches.open_to(db, d.activity),
    "series.unplanned": lambda db, _: series.unplanned(db, TODAY),
    "signup_lists.mine": lambda db, d: signup_lists.mine(db, d.person, TODAY),
    "signup_lists.of": lambda db, d: signup_lists.of(db, d.few),
    "signups.one": lambda db, d: signups.one(db, d.few),
    "signups.standing": lambda db, d: signups.standing(db, d.few, d.person),
}
"""By module and function, as in `benchmarks.asked`."""
