"""What is asked about an activity one by one, and how an answer in words or a button is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from commands.activities.captions.counts import read_count
from commands.activities.captions.durations import read_minutes
from commands.activities.captions.held import read_day
from commands.activities.captions.money import read_money
from commands.activities.captions.records import (
    MATERIALS_CHARACTERS,
    PLACE_CHARACTERS,
    TITLE_CHARACTERS,
    fault_of,
)
from commands.activities.faults import Fault
from commands.kit import clip
from storage.activities import Activity
from storage.corrections import Correction

Read = Callable[[str, date], Correction | Fault]
LINKAGE, ORGANISATION = "linkage", "organisation_id"
"""Columns that are chosen by buttons."""


@dataclass(frozen=True)
class Question:
    """One thing about an activity that can be answered by a reply."""

    name: str
    column: str
    read: Read
    is_needed: bool = False
    """True: every activity has it, so its absence is pointed out."""

    @property
    def press(self) -> str:
        return f"activities.fix_{self.name}"

    @property
    def kind(self) -> str:
        return f"activities.ask_{self.name}"


def _held_on(text: str, today: date) -> Correction | Fault:
    day = read_day(text, today)
    return day if isinstance(day, Fault) else Correction(held_on=day)


def _served(text: str, _today: date) -> Correction | Fault:
    count = read_count(text)
    return count if isinstance(count, Fault) else Correction(served=count)


def _joined(text: str, _today: date) -> Correction | Fault:
    count = read_count(text)
    return count if isinstance(count, Fault) else Correction(joined=count)


def _minutes(text: str, _today: date) -> Correction | Fault:
    minutes = read_minutes(text)
    return minutes if isinstance(minutes, Fault) else Correction(minutes=minutes)


def _money(text: str, _today: date) -> Correction | Fault:
    money = read_money(text)
    return money if isinstance(money, Fault) else Correction(money=money)


def _title(text: str, _today: date) -> Correction | Fault:
    title = _words(text, TITLE_CHARACTERS)
    return Correction(title=title) if title else Fault.NO_TITLE


def _place(text: str, _today: date) -> Correction | Fault:
    place = _words(text, PLACE_CHARACTERS)
    return fault_of("place", place) or Correction(place=place)


def _materials(text: str, _today: date) -> Correction | Fault:
    materials = _words(text, MATERIALS_CHARACTERS)
    return fault_of("materials", materials) or Correction(materials=materials)


def _words(text: str, most: int) -> str:
    """On one line, as long as fits; empty when there are no words in it."""
    return clip(text, most) if any(character.isalnum() for character in text) else ""


DATE = Question("date", "held_on", _held_on, is_needed=True)
PLACE = Question("place", "place", _place, is_needed=True)
SERVED = Question("served", "served", _served, is_needed=True)
JOINED = Question("joined", "joined", _joined, is_needed=True)
HOURS = Question("hours", "minutes", _minutes)
MONEY = Question("money", "money", _money)
MATERIALS = Question("materials", "materials", _materials)
TITLE = Question("title", "title", _title)
QUESTIONS = (DATE, SERVED, JOINED, TITLE, PLACE, HOURS, MONEY, MATERIALS)
"""Buttons name one by its place, so new ones go to the end."""
BY_BUTTON = (LINKAGE, ORGANISATION)
COLUMNS = (*(one.column for one in QUESTIONS), *BY_BUTTON)


def mark_of(candidate: str) -> int:
    """As a button bears a candidate: one that is offered no more is not taken for another."""
    return crc32(candidate.encode())


def chosen(activity: Activity, place: int, mark: int) -> Correction | None:
    """The correction that a candidate's button means; None: it is not offered any more."""
    if not 0 <= place < len(COLUMNS):
        return None
    column = COLUMNS[place]
    offered = activity.unsure.get(column)
    texts = offered.may_be if offered else ()
    text = next((one for one in texts if mark_of(one) == mark), None)
    return None if text is None else Correction.model_validate({column: text})
