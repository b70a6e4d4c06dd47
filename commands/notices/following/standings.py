"""Where a reader's own organisations stand, and the buttons that answer for them in a message."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Row, button, clip, pack
from commands.notices.forms import said
from commands.notices.terms import SHORT_NAME
from locales import Words
from storage.boards import Board, Standing
from storage.notices import DIFFICULT, RECEIPT, Notice
from storage.reminders import Reminder

OWN = 10
"""So many of one's own organisations are shown."""


def own_of(board: Board, person_id: int | None) -> tuple[Standing, ...]:
    """Those that the person answers for."""
    return tuple(one for one in board.standings if any(who.id == person_id for who in one.liaisons))


def stand(words: Words, own: Sequence[Standing], choices: Sequence[str]) -> list[Markup]:
    """A line for each: what it answered, or that it has not."""
    return [
        words.t(
            "🏢 {organisation}: {answer}",
            organisation=clip(one.organisation.short_name, SHORT_NAME),
            answer=said(words, one.given, choices),
        )
        for one in own[:OWN]
    ]


def as_deputy(words: Words, own: Sequence[Standing], person_id: int | None) -> list[Markup]:
    """Tells a deputy why the message comes; nothing to a liaison of what is missing."""
    ranks = {
        who.is_deputy
        for one in own
        if not one.answer
        for who in one.liaisons
        if who.id == person_id
    }
    if ranks != {True}:
        return []
    return [words.t("You read this as deputy liaison: nobody has answered yet.")]


def answer_row(words: Words, notice: Notice, reminder: Reminder, place: str) -> Row:
    """The answers under names of their own: what is pressed tells which message it was on."""
    received = button(words.t("Received"), pack(f"notices.{place}_received", reminder.id))
    if notice.form == RECEIPT:
        return (received,)
    if notice.form == DIFFICULT:
        difficulty = pack(f"notices.{place}_difficulty", reminder.id)
        return (received, button(words.t("Difficulty"), difficulty))
    return (button(words.t("Answer"), pack(f"notices.{place}_open", reminder.id)),)
