"""Decisions: whose activity it is, who may correct it, and what a correction says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from commands.activities.captions.captions import TITLE_CHARACTERS
from commands.activities.captions.counts import read_count
from commands.activities.captions.days import read_day
from commands.activities.faults import Fault
from commands.kit import Asker, clip
from storage.activities import Activity, Correction
from storage.organisations import Organisation, folded


@dataclass(frozen=True)
class Choice:
    """Whose activity it is; `is_guess`: the first of several that the reporter answers for."""

    organisation: Organisation | None
    is_guess: bool = False


def choose(asker: Asker, register: Sequence[Organisation], caption: str) -> Choice:
    """The reporter's own organisation, of several the one that the caption names.

    Staff who answer for none report for the one organisation that is named.
    """
    own = asker.organisations
    if len(own) == 1:
        return Choice(own[0])
    named = mentioned(own or register, caption)
    if len(named) == 1:
        return Choice(named[0])
    return Choice(own[0], is_guess=True) if own else Choice(None)


def mentioned(organisations: Sequence[Organisation], caption: str) -> tuple[Organisation, ...]:
    """Those whose name or short name stands in the caption."""
    words = folded(caption)
    return tuple(
        one
        for one in organisations
        if any(folded(name) in words for name in (one.name, one.short_name))
    )


def may_correct(asker: Asker, activity: Activity) -> bool:
    """The reporter, liaisons of the organisation, staff."""
    own = {one.id for one in asker.organisations}
    reported = asker.person.id == activity.reporter_id
    return reported or activity.organisation_id in own or asker.person.is_staff


def choices(asker: Asker, register: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """The organisations that somebody may give an activity to: staff to all, liaisons to theirs."""
    return tuple(register) if asker.person.is_staff else asker.organisations


def has_choice(reporter: Asker, activity: Activity) -> bool:
    """True when it may be another organisation's than the one on record."""
    is_open = activity.organisation_id is None or reporter.person.is_staff
    return is_open or len(reporter.organisations) > 1


Read = Callable[[str, date], Correction | Fault]


@dataclass(frozen=True)
class Question:
    """One thing about an activity that its receipt lets people correct by a reply."""

    name: str
    read: Read

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


def _title(text: str, _today: date) -> Correction | Fault:
    has_words = any(character.isalnum() for character in text)
    return Correction(title=clip(text, TITLE_CHARACTERS)) if has_words else Fault.NO_TITLE


DATE = Question("date", _held_on)
SERVED = Question("served", _served)
JOINED = Question("joined", _joined)
TITLE = Question("title", _title)
QUESTIONS = (DATE, SERVED, JOINED, TITLE)
