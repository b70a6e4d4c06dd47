"""What words announce: what, where, and on which days it may be."""

from dataclasses import dataclass
from datetime import date, timedelta

from commands.activities.captions.captions import Known, read_caption
from commands.activities.captions.records import PLACE_CHARACTERS, TITLE_CHARACTERS
from commands.kit import Asker, clip
from commands.kit.days import NoMomentError, read_days
from storage.announcements import Announcement

SOON = timedelta(days=183)
"""A day that is farther ahead is rather one of the past without its year."""


@dataclass(frozen=True)
class Told:
    """What was read; one day is sure, none or several are asked about."""

    title: str
    place: str
    days: tuple[date, ...]
    organisation_id: int | None


def read(words: str, known: Known) -> Told:
    """Reads an announcement as of the moment when it was written."""
    reading = read_caption(words, known)
    place = reading.place.value or ""
    is_place = bool(place) and reading.title.strip("在于到 ") == place
    title = " ".join(words.split()) if is_place else reading.title
    return Told(
        clip(title, TITLE_CHARACTERS),
        clip(place, PLACE_CHARACTERS),
        _days(words, known.now.date()),
        reading.hosts.own.value,
    )


def _days(words: str, today: date) -> tuple[date, ...]:
    try:
        found = tuple(dict.fromkeys(read_days(words.casefold(), today)))
    except NoMomentError:
        return ()
    return tuple(day for day in found if today <= day <= today + SOON)


def may_change(asker: Asker, announced: Announcement) -> bool:
    """Who announced it, liaisons of the organisation, staff."""
    own = announced.organisation_id in {one.id for one in asker.organisations}
    return own or asker.person.is_staff or asker.person.id == announced.announced_by
