"""What comes by itself waits until people may be disturbed."""

from datetime import datetime

from commands.kit import Due, hours_of
from commands.notices import leads
from storage import notices, plans, reminders
from storage.database import Store


async def told_at(store: Store, due: Due) -> datetime:
    """When what a job has to say about its notice may disturb: now, or later."""
    notice = await notices.by_id(store, due.subject_id)
    return leads.waits_until(await hours_of(store, due.office), notice, due.now)


async def remind(store: Store, due: Due, kind: str) -> None:
    """Reminds who is missing by now; in quiet hours, which were none when it was planned, later."""
    moment = await told_at(store, due)
    if moment > due.now:
        await plans.put_off(store, kind, due.subject_id, moment)
    else:
        promised_at = due.due_at if due.is_late else None
        await reminders.remind(store, due.subject_id, due.now, promised_at)
