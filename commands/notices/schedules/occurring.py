"""The moment of a scheduled notice has come: it goes out, waits, or is too late."""

from commands.kit import Due, Post, Studio, hours_of
from commands.notices import leads
from commands.notices.schedules import recurrences, views
from storage import notices, occurrences, schedules
from storage.database import Store
from storage.notices import SCHEDULED


async def occur(store: Store, due: Due) -> None:
    """The job: what was missed comes once; nothing goes out after its own deadline."""
    found = await schedules.of(store, due.subject_id)
    if found is None or found[0].is_paused or found[1].state != SCHEDULED:
        return
    schedule, pattern = found
    hours = await hours_of(store, due.office)
    now = recurrences.turn(schedule, pattern.weight, hours, due.now)
    what = schedule.notice_id
    if now.wait_until is not None:
        await occurrences.wait(store, what, now.wait_until)
    elif now.is_over and now.promised is not None:
        await occurrences.miss(store, what, now.promised, now.next_at, due.now)
    elif now.promised is not None:
        when = now.promised, now.deadline, now.next_at, due.now
        await occurrences.occur(store, what, *when, leads.reminds(hours))


async def occurred(store: Store, studio: Studio, occurrence_id: int) -> Post | None:
    """To who set it."""
    made = await notices.by_id(store, occurrence_id)
    found = await schedules.of(store, made.pattern_id or 0) if made else None
    hours = await hours_of(store, studio.office)
    if made is None or found is None:
        return None
    return views.occurred(studio, hours, *found, made)


async def missed(store: Store, studio: Studio, pattern_id: int) -> Post | None:
    """To who set it."""
    found = await schedules.of(store, pattern_id)
    return views.missed(studio.words, *found) if found else None
