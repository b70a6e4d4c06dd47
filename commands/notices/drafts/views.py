"""Short answers about a draft: how to write one, what a press or a reply came to."""

from datetime import datetime

from markupsafe import Markup

from commands.kit import clip
from commands.notices.drafts.panels import DEADLINE, OPTIONS, PLACES
from commands.notices.terms import NAME
from locales import Words, message
from storage.notices import DISCARDED, DRAFT, Notice
from storage.sendings import Decision

NO_WORDS = message("There were no words in your reply.")


def nothing_to_take(words: Words) -> Markup:
    """For `/notice` as a reply to what has neither words nor files."""
    return words.t(
        "The message that you replied to has no words. Write the notice behind the command,"
        " for example:\n<code>/notice Meeting on 24 August at 3 pm in the community hall,"
        " please confirm</code>"
    )


def how_to(words: Words) -> Markup:
    """For a notice without words."""
    return words.t(
        "Write the notice behind the command, for example:\n<code>/notice Meeting on 24 August at"
        " 3 pm in the community hall, please confirm</code>\nOr reply with /notice to the message"
        " that is to become the notice. You see a preview before anything is posted.\nOr begin"
        " with one of these:"
    )


def decided(words: Words, decision: Decision) -> Markup:
    """What pressing Send or Cancel came to."""
    notice = decision.notice
    if notice is None:
        return words.t("I do not know this draft any more. Write it again with /notice.")
    if notice.state == DRAFT:
        return words.t("I cannot send it there now. Use the buttons that the preview shows now.")
    name = clip(notice.decider or "", NAME)
    if notice.state == DISCARDED:
        if decision.is_made:
            return words.t("Discarded. Nothing was posted.")
        return words.t("{name} has discarded this draft already.", name=name)
    return _sent(words, decision, notice, name)


def _sent(words: Words, decision: Decision, notice: Notice, name: str) -> Markup:
    number = notice.number or 0
    if not decision.is_made:
        return words.t("{name} has sent it already, as notice {number}.", name=name, number=number)
    if notice.chat_id is None:
        return words.t("Notice {number} is on its way to private chats.", number=number)
    if decision.places <= 1:
        return words.t("Notice {number} is on its way to the group.", number=number)
    places = words.number(decision.places)
    return words.t(
        "Notice {number} is on its way to {places} groups and topics.", number=number, places=places
    )


def fill_in(words: Words) -> Markup:
    return words.t("Please reply to my question: what belongs into the blanks, a line each.")


def begun(words: Words) -> Markup:
    """For a template without blanks."""
    return words.t("The draft is there, below. You can change it before it is posted.")


def first_step(words: Words) -> Markup:
    return words.t("Please answer my question with the text; the other questions follow.")


def hurried(words: Words, decision: Decision) -> Markup:
    """What pressing Send it now came to."""
    if decision.notice is None or decision.notice.number is None:
        return _undone_already(words, decision.notice)
    number = decision.notice.number
    if decision.is_made:
        return words.t("Notice {number} goes out now.", number=number)
    return words.t("Notice {number} has gone out already.", number=number)


def undone(words: Words, decision: Decision) -> Markup:
    """What pressing Undo came to."""
    if decision.is_made:
        return words.t("Taken back: nothing was posted. It is a draft again.")
    if decision.notice is None or decision.notice.number is None:
        return _undone_already(words, decision.notice)
    return words.t(
        "It is too late to undo: notice {number} was posted. You can close it.",
        number=decision.notice.number,
    )


def _undone_already(words: Words, notice: Notice | None) -> Markup:
    """For the second who takes back, and for who was about to send at once."""
    if notice is None or notice.state != DRAFT:
        return no_draft(words)
    return words.t("It was taken back already: nothing was posted. It is a draft again.")


def no_draft(words: Words) -> Markup:
    return words.t("This is no draft any more, so nothing was changed.")


def is_past(words: Words, moment: datetime) -> Markup:
    when = words.moment(moment, words.zone)
    return words.t("{moment} has passed already. Please choose a later one.", moment=when)


def not_understood(words: Words, panel: str) -> Markup:
    """For a reply that does not say what a draft needs."""
    sentences = {
        OPTIONS: message(
            "A choice needs 2 to 10 options. Please reply with each in a line of its own."
        ),
        DEADLINE: message(
            "I could not read a day or time there. Please write it like: tomorrow 3 pm, next"
            " Friday, 28 August 18:00."
        ),
        PLACES: message("I could not read a number there. Please reply with one, for example 20."),
    }
    return words.t(sentences[panel]) if panel in sentences else words.t(NO_WORDS)


def no_room(words: Words) -> Markup:
    """For more files than go together."""
    return words.t("Ten photos and videos and ten files go along already; this one has no room.")


def which_moment(words: Words) -> Markup:
    """For words that may mean several moments."""
    return words.t("Which one do you mean? Please press it in the preview above.")


def noted(words: Words) -> Markup:
    """For a reply that changed a draft."""
    return words.t("Noted. The preview above shows it.")
