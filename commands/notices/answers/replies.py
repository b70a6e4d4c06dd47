"""Answers that are written or sent: a number, a few words, a file; and how to ask for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from commands.kit import Message, Post, clip
from commands.kit.numbers import NUMBER as A_NUMBER, WIDE, value_of
from commands.notices.rules import wording
from commands.notices.terms import named
from locales import Words, message, plain
from storage.notices import COUNTED, HANDED_IN, NUMBER, PAPER, SIGN_UP, TEXT, WRITTEN, Notice
from storage.organisations import Organisation, folded
from storage.votes import Answer, Paper

MOST = 1_000_000
TITLE = 40
QUESTIONS = {
    NUMBER: message("🔢 Notice {number}: {text}\n\nHow many? Please reply to this message."),
    TEXT: message("✏️ Notice {number}: {text}\n\nPlease reply to this message with your answer."),
    PAPER: message(
        "📎 Notice {number}: {text}\n\nPlease reply to this message with the file or photo."
    ),
}
HINTS = {
    NUMBER: message("A number, for example 3"),
    TEXT: message("Your answer"),
    PAPER: message("Send the file as a reply"),
}


@dataclass(frozen=True)
class Read:
    """What a reply says; without an answer, why not."""

    answer: Answer | None = None
    organisation_id: int | None = None
    """For this one of several organisations; None: the only one, or the person."""
    paper: Paper | None = None
    is_meant: bool = False
    """True: it was surely an answer, though it cannot be taken; False: perhaps ordinary talk."""
    lacks_organisation: bool = False


def read(notice: Notice, said: Message, organisations: Sequence[Organisation]) -> Read:
    """A reply to a notice that wants more than a button.

    Who answers for several organisations begins with the name of one.
    """
    text = said.text.strip()
    only = organisations[0] if len(organisations) == 1 else None
    organisation, text = (only, text) if only else named_first(text, organisations)
    answer, paper = _answer(notice, said, text)
    lacks = organisation is None and len(organisations) > 1
    if answer is None or lacks:
        return Read(is_meant=answer is not None, lacks_organisation=lacks and answer is not None)
    return Read(answer, organisation.id if organisation else None, paper)


def named_first(
    text: str, organisations: Sequence[Organisation]
) -> tuple[Organisation | None, str]:
    """The organisation that the words begin with, if they do, and what follows."""
    for one in organisations:
        for name in (one.name, one.short_name):
            if folded(text).startswith(folded(name)):
                return one, text[len(name) :].lstrip(" ：:，,、")
    return None, text


def _answer(notice: Notice, said: Message, text: str) -> tuple[Answer | None, Paper | None]:
    if notice.form == NUMBER:
        amount = number_in(text)
        return (None if amount is None else Answer(answer=COUNTED, amount=amount)), None
    if notice.form == TEXT:
        words = wording(text.strip())
        return (Answer(answer=WRITTEN, detail=words) if words else None), None
    if said.attachment is None:
        return None, None
    one = said.attachment
    paper = Paper(
        kind=one.kind, file_id=one.file_id, file_unique_id=one.file_unique_id, name=one.name
    )
    return Answer(answer=HANDED_IN, detail=clip(one.name, TITLE)), paper


def number_in(text: str) -> int | None:
    """The only number in the words (`3`, `３人`, `来十二个`); None for none, several or unclear."""
    found = list(re.finditer(A_NUMBER, text.translate(WIDE)))
    amount = value_of(found[0]["number"]) if len(found) == 1 else None
    return amount if amount is not None and 0 <= amount <= MOST else None


def question(words: Words, notice: Notice) -> Post | None:
    """Asks in private; None for a notice that buttons answer."""
    if notice.form not in QUESTIONS:
        return None
    text = clip(notice.text, TITLE)
    asked = words.t(QUESTIONS[notice.form], number=notice.number or 0, text=text)
    return Post(asked, placeholder=plain(words.t(HINTS[notice.form])))


def asked(words: Words, *, is_private: bool) -> Markup:
    """What pressing Fill in came to."""
    if is_private:
        return words.t("Please answer my question below.")
    return words.t("I have asked you in our private chat.")


def in_private(words: Words) -> Markup:
    """For a press in the group of what only the private chat has room for."""
    return words.t("Please answer at the notice itself, or press Answer in private.")


def write_to_me(words: Words) -> Markup:
    """For somebody whom the bot cannot write to."""
    return words.t(
        "I cannot write to you yet. Reply to this notice here, or open a chat with me and press"
        " Start."
    )


def not_read(
    words: Words, notice: Notice, found: Read, organisations: Sequence[Organisation]
) -> Markup:
    """Says what to do next when a reply could not be taken."""
    if found.lacks_organisation:
        return words.t(
            "You answer for {names}. Please begin with the name of one, for example: {name} …",
            names=named(words, organisations),
            name=organisations[0].short_name,
        )
    sentences = {
        **dict.fromkeys(
            (NUMBER, SIGN_UP),
            message("I could not read a number there. Please reply with one, for example 3."),
        ),
        TEXT: message("There were no words in your reply. Please write your answer."),
        PAPER: message("There was no file or photo in your reply. Please attach it."),
    }
    return words.t(sentences[notice.form])
