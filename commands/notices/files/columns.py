"""The columns of a notice's sheet: each a title and what an organisation has in it."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES
from commands.kit.cells import Cell
from commands.notices.forms import chosen
from locales import Words, message, plain
from storage.notices import (
    CANNOT,
    CHOICE,
    CHOICES,
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULTY,
    HANDED_IN,
    NUMBER,
    PAPER,
    RECEIVED,
    SIGN_UP,
    TEXT,
    WRITTEN,
    Notice,
)
from storage.people import Liaison
from storage.sheets import Line
from storage.votes import Answer

SAID = {
    RECEIVED: message("Received"),
    DIFFICULTY: message("Difficulty"),
    COME: message("comes"),
    CANNOT: message("cannot come"),
    CHOSEN: message("has chosen"),
    COUNTED: message("has answered"),
    WRITTEN: message("has answered"),
    HANDED_IN: message("handed in"),
    "": message("no answer yet"),
}
"""In a word; numbers and words have columns of their own."""


@dataclass(frozen=True)
class Column:
    """One column: its title, marked with `message`, and an organisation's cell in it."""

    title: str
    cell: Callable[[Words, Notice, Line], Cell]
    widest: int = 24
    """Latin characters; what is longer is wrapped."""
    forms: tuple[str, ...] = ()
    """The forms of notices that have it; none named: all."""


def answer_said(words: Words, answer: Answer) -> str:
    """An answer in a word; one that is not known here stands as it is kept."""
    known = SAID.get(answer.answer)
    return plain(words.t(known)) if known else answer.answer


def detail_of(notice: Notice, answer: Answer) -> str:
    """The words that were written, or the options that were chosen, in full."""
    if answer.answer == CHOSEN:
        return "\n".join(chosen(answer.detail, notice.choices))
    return answer.detail


def columns_of(notice: Notice) -> tuple[Column, ...]:
    """The columns that a notice of this form has."""
    return tuple(one for one in COLUMNS if not one.forms or notice.form in one.forms)


def _answerer(words: Words, line: Line) -> str:
    if line.is_noted:
        return plain(words.t("noted by {name}", name=line.answered_by))
    return line.answered_by


def _named(words: Words, person: Liaison) -> Markup:
    name = Markup("{}").format(person.name)
    return words.t("{name} (deputy)", name=name) if person.is_deputy else name


COLUMNS = (
    Column(message("Organisation"), lambda _w, _n, line: line.organisation.name, 36),
    Column(
        message("Category"),
        lambda words, _n, line: plain(words.t(CATEGORY_NAMES[line.organisation.category])),
    ),
    Column(message("Community"), lambda _w, _n, line: line.organisation.community, 16),
    Column(message("Answer given"), lambda words, _n, line: answer_said(words, line.given), 16),
    Column(message("Number"), lambda _w, _n, line: line.amount, forms=(SIGN_UP, NUMBER)),
    Column(
        message("Content"),
        lambda _w, notice, line: detail_of(notice, line.given),
        50,
        forms=(CHOICE, CHOICES, TEXT, PAPER),
    ),
    Column(message("Files"), lambda _w, _n, line: line.papers, forms=(PAPER,)),
    Column(message("Difficulty or remark"), lambda _w, _n, line: line.reason, 40),
    Column(message("Answered by"), lambda words, _n, line: _answerer(words, line), 16),
    Column(message("Answered at"), lambda _w, _n, line: line.answered_at),
    Column(message("Reminders"), lambda _w, _n, line: len(line.reminded)),
    Column(
        message("Last reminder"),
        lambda _w, _n, line: line.reminded[-1] if line.reminded else "",
    ),
    Column(
        message("Liaisons"),
        lambda words, _n, line: plain(words.list([_named(words, one) for one in line.liaisons])),
        30,
    ),
)
