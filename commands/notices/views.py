"""Short answers about notices: how to write one, and what was decided."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from commands.kit import clip
from commands.notices.panels import DEADLINE, OPTIONS, PLACES
from commands.notices.terms import NAME, named
from locales import Words, message
from storage.deadlines import Change
from storage.drafts import Decision
from storage.notices import DISCARDED, DRAFT, OPEN
from storage.organisations import Organisation

NO_WORDS = message("There were no words in your reply.")


def how_to(words: Words, *, was_answering: bool) -> Markup:
    """For a notice without words."""
    if was_answering:
        return words.t(
            "The message that you replied to has no words. Write the notice behind the command,"
            " for example:\n<code>/notice Meeting on 24 August at 3 pm in the community hall,"
            " please confirm</code>"
        )
    return words.t(
        "Write the notice behind the command, for example:\n<code>/notice Meeting on 24 August at"
        " 3 pm in the community hall, please confirm</code>\nOr reply with /notice to the message"
        " that is to become the notice. You see a preview before anything is posted.\nOr begin"
        " with one of these:"
    )


def no_such_notice(words: Words) -> Markup:
    return words.t("There is no notice with this number. /notices shows all of them.")


def no_number(words: Words) -> Markup:
    """For words behind /pending that are no number."""
    return words.t("Which notice? Write its number, for example <code>/pending 1</code>.")


def decided(words: Words, decision: Decision) -> Markup:
    """What pressing Send or Cancel came to."""
    notice = decision.notice
    if notice is None:
        return words.t("I do not know this draft any more. Write it again with /notice.")
    if notice.state == DRAFT:
        return words.t("I am not in that group. Use the buttons that the preview shows now.")
    name = clip(notice.decider or "", NAME)
    if notice.state == DISCARDED:
        if decision.is_made:
            return words.t("Discarded. Nothing was posted.")
        return words.t("{name} has discarded this draft already.", name=name)
    number = notice.number or 0
    if decision.is_made:
        return words.t("Notice {number} is on its way to the group.", number=number)
    return words.t("{name} has sent it already, as notice {number}.", name=name, number=number)


def fill_in(words: Words) -> Markup:
    return words.t("Copy the text in my question, fill in the blanks, and send it as a reply.")


def undone(words: Words, decision: Decision) -> Markup:
    """What pressing Undo came to."""
    if decision.is_made:
        return words.t("Taken back: nothing was posted. It is a draft again.")
    if decision.notice is None or decision.notice.number is None:
        return no_draft(words)
    return words.t(
        "It is too late to undo: notice {number} was posted. You can close it.",
        number=decision.notice.number,
    )


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


def which_moment(words: Words) -> Markup:
    """For words that may mean several moments."""
    return words.t("Which one do you mean? Please press it in the preview above.")


def noted(words: Words) -> Markup:
    """For a reply that changed a draft."""
    return words.t("Noted. The preview above shows it.")


def changed(words: Words, change: Change) -> Markup:
    """What pressing Close or Open again came to."""
    notice = change.notice
    if notice is None or notice.number is None:
        return no_such_notice(words)
    if not change.is_made:
        return words.t("Nothing was changed: somebody was faster.")
    if notice.state == OPEN:
        return words.t("Notice {number} takes answers again.", number=notice.number)
    return words.t("Notice {number} is closed.", number=notice.number)


def explained(words: Words, organisations: Sequence[Organisation]) -> Markup:
    return words.t("Noted for {names}, thank you.", names=named(words, organisations))


def nothing_to_explain(words: Words) -> Markup:
    """For a reply in private to a question that the answer has outlived."""
    return words.t("Your organisation has not said that it has difficulties, so nothing was noted.")
