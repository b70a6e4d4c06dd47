"""What words announce: what, where, on which days it may be, how often, and for how many."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from commands.activities.captions.captions import Known, read_caption
from commands.activities.captions.records import PLACE_CHARACTERS, TITLE_CHARACTERS
from commands.kit import Asker, clip
from commands.kit.days import NoMomentError, read_days
from commands.kit.repeats import read_repeat
from commands.kit.times import read_hours, read_places
from storage.announcements import Announcement, Plan

SOON = timedelta(days=183)
"""A day that is farther ahead is rather one of the past without its year."""
MEETING = re.compile(r"会议|例会|联席会|座谈会|碰头会|部署会|\bmeetings?\b", re.IGNORECASE)
ABOUT_CHARACTERS = 500
LABELLED_PLACE = re.compile(r"(?:地点|place)\s*[:：][^,，;；。]*[,，;；。]?", re.IGNORECASE)
"""Where it says itself that it is the place, it is no title."""


@dataclass(frozen=True)
class Told:
    """What was read; one day is sure, none or several are asked about."""

    title: str
    place: str
    days: tuple[date, ...]
    organisation_id: int | None
    cohosts: tuple[int, ...] = ()
    starts: str = ""
    ends: str = ""
    about: str = ""
    rule: str = ""
    places: int | None = None
    signs_up: bool = True

    def plan(self, organisation_id: int, day: date, chat_id: int) -> Plan:
        """What is announced, once the organisation and the day are known."""
        return Plan(
            organisation_id=organisation_id,
            title=self.title,
            held_on=day,
            place=self.place,
            chat_id=chat_id,
            starts=self.starts,
            ends=self.ends,
            about=self.about,
            is_meeting=MEETING.search(self.title) is not None,
            signs_up=self.signs_up,
            places=self.places,
            rule=self.rule,
            cohosts=tuple(one for one in self.cohosts if one != organisation_id),
        )


def read(words: str, known: Known) -> Told:
    """Reads an announcement as of the moment when it was written; lines after the first explain."""
    said, _, about = words.strip().partition("\n")
    today = known.now.date()
    repeat = read_repeat(said, today)
    hours = read_hours(repeat.rest if repeat else said)
    places = read_places(hours.rest)
    bare = " ".join(LABELLED_PLACE.sub("", places.rest).split(" ")).strip() or said
    reading = read_caption(bare, known)
    place = read_caption(said, known).place.value or ""
    own = reading.hosts.own.value
    return Told(
        clip(_title(bare, reading.title, place, known), TITLE_CHARACTERS),
        clip(place, PLACE_CHARACTERS),
        (repeat.first,) if repeat else _days(said, today),
        own,
        reading.hosts.together,
        hours.starts,
        hours.ends,
        clip(about.strip(), ABOUT_CHARACTERS),
        repeat.rule if repeat else "",
        places.places,
        places.signs_up,
    )


def _title(words: str, title: str, place: str, known: Known) -> str:
    """`在社区活动室义诊` is called 义诊: its place stands below."""
    rest = re.sub(rf"[在于到]?\s*{re.escape(place)}", " ", words) if place else words
    if not place or not rest.strip():
        return title
    shorter = read_caption(rest, known).title.strip()
    return shorter if len(shorter) > 1 else title


def _days(words: str, today: date) -> tuple[date, ...]:
    try:
        found = tuple(dict.fromkeys(read_days(words.casefold(), today)))
    except NoMomentError:
        return ()
    return tuple(day for day in found if today <= day <= today + SOON)


def may_change(asker: Asker, announced: Announcement) -> bool:
    """Who announced it, liaisons of the organisations that hold it, staff."""
    held_by = {announced.organisation_id, *announced.cohosts}
    own = not held_by.isdisjoint(one.id for one in asker.organisations)
    return own or asker.person.is_staff or asker.person.id == announced.announced_by
