"""What a notice wants to hear: its forms, their buttons, and answers as people read them."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Button, Row, button, clip, in_rows, pack
from locales import Words, message
from storage.boards import Board, Entry
from storage.notices import (
    BY_REPLY,
    CANNOT,
    CHOICE,
    CHOICES,
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULT,
    DIFFICULTY,
    HANDED_IN,
    NUMBER,
    PAPER,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
    TEXT,
    WRITTEN,
    Notice,
)
from storage.votes import Answer

FORM_NAMES = {
    DIFFICULT: message("Received / difficulty"),
    RECEIPT: message("Received only"),
    SIGN_UP: message("Sign-up with numbers"),
    CHOICE: message("Choose one"),
    CHOICES: message("Choose several"),
    NUMBER: message("A number"),
    TEXT: message("A few words"),
    PAPER: message("Hand in files or photos"),
}
ANSWERS = {
    RECEIVED: message("Received"),
    DIFFICULTY: message("Difficulty"),
    CANNOT: message("cannot come"),
    HANDED_IN: message("handed in"),
    "": message("no answer yet"),
}
OPTION, WRITTEN_CHARACTERS = 24, 60
"""Characters of an option on a button, of written words in a line."""
ENTRIES = 15
"""So many who signed up are listed; the others are counted."""
MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def said(words: Words, answer: Answer, choices: Sequence[str] = ()) -> Markup:
    """An answer as people read it; an empty one is none yet."""
    if answer.answer == COME:
        return words.n("{count} comes", "{count} come", answer.amount or 1)
    if answer.answer == COUNTED:
        return Markup(words.number(answer.amount or 0))  # noqa: S704 - digits
    if answer.answer == CHOSEN:
        return words.list([clip(one, OPTION) for one in chosen(answer.detail, choices)])
    if answer.answer == WRITTEN:
        return Markup("{}").format(clip(answer.detail, WRITTEN_CHARACTERS))
    return words.t(ANSWERS[answer.answer])


def chosen(detail: str, choices: Sequence[str]) -> list[str]:
    """The options that a detail names by their places."""
    places = [int(place) for place in detail.split(",") if place.isdecimal()]
    return [choices[place - 1] for place in places if 1 <= place <= len(choices)]


def answer_rows(
    words: Words, notice: Notice, *, organisation_id: int = 0, label: str = "", copy_id: int = 0
) -> tuple[Row, ...]:
    """The buttons that answer, for all of one's organisations or (with a label) for this one.

    On a copy they have names of their own, and its id: so they tell which message they are on.
    """
    ids = (organisation_id,) if organisation_id else ()
    place, subject_id = ("copy_", copy_id) if copy_id else ("", notice.id)

    def key(text: Markup, name: str, *numbers: int) -> Button:
        shown = Markup("{} · {}").format(clip(label, OPTION), text) if label else text
        return button(shown, pack(f"notices.{place}{name}", subject_id, *numbers, *ids))

    received = key(words.t("Received"), "received")
    if notice.form == DIFFICULT:
        return ((received, key(words.t("Difficulty"), "difficulty")),)
    if notice.form == SIGN_UP:
        first = key(words.t("I come"), "come", 0), key(words.t("Cannot come"), "cannot")
        more = key(Markup("＋1"), "come", 1), key(Markup("－1"), "come", -1)
        return (first, more)
    if notice.form in {CHOICE, CHOICES}:
        options = enumerate(notice.choices, start=1)
        return in_rows([key(option(n, one), "choose", n) for n, one in options], 1)
    if notice.form in BY_REPLY:
        return ((key(words.t("Fill in"), "fill"),),)
    return ((received,),)


def is_complete(notice: Notice) -> bool:
    """A notice without words says nothing, a choice without options cannot be answered."""
    return bool(notice.text) and not lacks_options(notice)


def lacks_options(notice: Notice) -> bool:
    """True for a choice that has nothing to choose from yet."""
    return notice.form in {CHOICE, CHOICES} and not notice.choices


def option(place: int, text: str) -> Markup:
    """An option on its button."""
    return Markup("{}. {}").format(MARKS[place - 1], clip(text, OPTION))


def wanted(words: Words, notice: Notice) -> Markup | None:
    """What a card says of how to answer; nothing where the buttons say it."""
    sentences = {
        SIGN_UP: message("🙋 Sign up below; ＋1 brings one more."),
        CHOICE: message("🗳 Please choose one."),
        CHOICES: message("🗳 Please choose; several are possible, a second press takes one away."),
        NUMBER: message("🔢 Please answer with a number: reply to this message, or press Fill in."),
        TEXT: message("✏️ Please answer in words: reply to this message, or press Fill in."),
        PAPER: message("📎 Please reply to this message with the file or photo, or press Fill in."),
    }
    return words.t(sentences[notice.form]) if notice.form in sentences else None


def summed_up(words: Words, board: Board) -> list[Markup]:
    """What the answers come to, in the lines of a card."""
    notice = board.notice
    if notice.form == SIGN_UP:
        return [_heads(words, notice), *_listed(words, board.entries)]
    if notice.form == NUMBER:
        total = words.number(notice.coming)
        return [words.t("🔢 Sum: {total}", total=total)] if notice.answered else []
    if notice.form in {CHOICE, CHOICES}:
        return [
            Markup("{}. {}: {}").format(MARKS[n], clip(one, OPTION), words.number(count))
            for n, (one, count) in enumerate(zip(notice.choices, board.chosen, strict=True))
        ]
    return []


def _heads(words: Words, notice: Notice) -> Markup:
    if notice.places is None:
        return words.n("🙋 {count} person comes", "🙋 {count} people come", notice.coming)
    coming = words.number(min(notice.coming, notice.places))
    line = words.t("🙋 {coming} of {places} places", coming=coming, places=notice.places)
    waiting = notice.coming - notice.places
    if waiting <= 0:
        return line
    return line + words.n(", {count} waits for a place", ", {count} wait for a place", waiting)


def _listed(words: Words, entries: Sequence[Entry]) -> list[Markup]:
    coming = [one for one in entries if one.answer == COME]
    lines = [_entry(words, place, one) for place, one in enumerate(coming[:ENTRIES], start=1)]
    if len(coming) > ENTRIES:
        lines.append(words.n("and {count} more", "and {count} more", len(coming) - ENTRIES))
    return lines


def _entry(words: Words, place: int, entry: Entry) -> Markup:
    name, count = clip(entry.name, OPTION), words.number(entry.amount or 1)
    if entry.is_waiting:
        return words.t(
            "{place}. {name} {count} (waiting list)", place=place, name=name, count=count
        )
    return words.t("{place}. {name} {count}", place=place, name=name, count=count)
