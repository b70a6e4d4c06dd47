"""Short answers about sent notices."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.notices.terms import named
from locales import Words, message
from storage.deadlines import Change
from storage.notices import CLOSED, DRAFT, OPEN, RECALLED, Notice
from storage.organisations import Organisation


def no_such_notice(words: Words) -> Markup:
    return words.t("There is no notice with this number. /notices shows all of them.")


def only_in_private(words: Words) -> Markup:
    """For a press in the group of what names people."""
    return words.t("This is for our private chat: send me /pending there.")


def no_number(words: Words) -> Markup:
    """For words behind /pending that are no number."""
    return words.t("Which notice? Write its number, for example <code>/pending 1</code>.")


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


def unchangeable(words: Words, notice: Notice | None) -> Markup:
    """Why a notice cannot be changed, and what can be done instead."""
    number = notice.number or 0 if notice else 0
    sentences = {
        CLOSED: message("Notice {number} is closed. Please open it again first, then change it."),
        RECALLED: message(
            "Notice {number} is recalled and cannot be changed any more. You can copy it as new."
        ),
        DRAFT: message("This is a draft now: please change it in its preview."),
    }
    if notice is None or notice.state not in sentences:
        return words.t("There is no such notice any more.")
    return words.t(sentences[notice.state], number=number)


def explained(words: Words, organisations: Sequence[Organisation]) -> Markup:
    """For the reason of a difficulty, of organisations or (none of them) of the person."""
    if not organisations:
        return words.t("I have noted it, thank you.")
    return words.t("Noted for {names}, thank you.", names=named(words, organisations))


def nothing_to_explain(words: Words) -> Markup:
    """For a reply in private to a question that the answer has outlived."""
    return words.t("Nobody has said that there are difficulties, so nothing was noted.")
