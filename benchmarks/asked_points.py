"""What is asked of the service map, from all over the town; for `benchmarks.asked`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from benchmarks.town.draw import Draw
from benchmarks.town.points import CENTER, HOURS, WIDE
from benchmarks.town.size import NOW
from storage import (
    point_checks,
    point_complaints,
    point_drafts,
    point_lists,
    point_questions,
    point_registers,
    points,
)
from storage.database import Store


def _somewhere(draw: Draw) -> tuple[float, float]:
    latitude, longitude = (one + draw.chance.uniform(-WIDE, WIDE) for one in CENTER)
    return latitude, longitude


async def nearest(db: Store, draw: Draw) -> object:
    """From anywhere in the town."""
    return await point_lists.nearest(db, *_somewhere(draw))


async def nearest_open(db: Store, draw: Draw) -> object:
    """The same, only those whose hours are wanted."""
    return await point_lists.nearest(db, *_somewhere(draw), "", "", lambda hours: hours == HOURS)


LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "point_checks.one": lambda db, d: point_checks.one(db, d.few),
    "point_checks.overdue": lambda db, _: point_checks.overdue(db, NOW - timedelta(200)),
    "point_complaints.one": lambda db, d: point_complaints.one(db, d.few),
    "point_drafts.one": lambda db, d: point_drafts.one(db, d.few),
    "point_drafts.unanswered": lambda db, d: point_drafts.unanswered(db, d.liaison, NOW),
    "point_lists.at": lambda db, d: point_lists.at(db, d.organisation),
    "point_lists.called": lambda db, d: point_lists.called(db, f"示例服务点{d.few}附近"),
    "point_lists.center_of": lambda db, d: point_lists.center_of(db, d.organisation),
    "point_lists.counted": lambda db, _: point_lists.counted(db),
    "point_lists.nearest": nearest,
    "point_lists.nearest of a kind": lambda db, d: point_lists.nearest(
        db, *_somewhere(d), "health"
    ),
    "point_lists.nearest by words": lambda db, d: point_lists.nearest(
        db, *_somewhere(d), "", "理发"
    ),
    "point_lists.nearest open ones": nearest_open,
    "point_lists.of": lambda db, d: point_lists.of(db, (d.organisation,)),
    "point_lists.some": lambda db, d: point_lists.some(db, d.some(d.size.points)[:8]),
    "point_lists.every": lambda db, _: point_lists.every(db),
    "point_registers.kept": lambda db, _: point_registers.kept(db),
    "point_questions.asked_lately": lambda db, d: point_questions.asked_lately(db, d.person, NOW),
    "points.one": lambda db, d: points.one(db, d.few),
}
