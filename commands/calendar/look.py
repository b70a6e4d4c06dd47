"""What is on in some days, as far as the reader may see it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from commands.kit import Role, Talk
from storage import announcement_lists, due_notices
from storage.announcements import Announcement
from storage.due_notices import DueNotice, Reader

MOST = 200
DAY = timedelta(1)


@dataclass(frozen=True)
class Days:
    """What is on from a day to another, both included; the nearest first."""

    first: date
    last: date
    announced: tuple[Announcement, ...] = ()
    due: tuple[DueNotice, ...] = ()


async def look(talk: Talk, first: date, last: date) -> Days:
    """Meetings are for liaisons and staff in private; deadlines for whom a notice is about."""
    found = await announcement_lists.between(talk.store, first, last, MOST, with_called_off=True)
    begin = datetime.combine(first, time(), talk.zone).astimezone(UTC)
    end = datetime.combine(last + DAY, time(), talk.zone).astimezone(UTC)
    due = await due_notices.due_between(talk.store, begin, end, _reader(talk), MOST)
    return Days(first, last, tuple(one for one in found if may_see(talk, one)), due)


def may_see(talk: Talk, one: Announcement) -> bool:
    """False for a meeting where members look on."""
    return not one.is_meeting or (talk.place.is_private and talk.asker.role >= Role.LIAISON)


def _reader(talk: Talk) -> Reader:
    if not talk.place.is_private:
        return Reader(group=talk.place.id)
    own = tuple(one.id for one in talk.asker.organisations)
    return Reader(is_staff=talk.asker.person.is_staff, organisations=own)
