"""Short answers about notices: how to write one, and what was decided."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import clip
from commands.notices.terms import NAME, named
from locales import Words
from storage.notices import DISCARDED, DRAFT, Decision
from storage.organisations import Organisation


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
        " that is to become the notice. You see a preview before anything is posted."
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


def explained(words: Words, organisations: Sequence[Organisation]) -> Markup:
    return words.t("Noted for {names}, thank you.", names=named(words, organisations))


def nothing_to_explain(words: Words) -> Markup:
    """For a reply in private to a question that the answer has outlived."""
    return words.t("Your organisation has not said that it has difficulties, so nothing was noted.")
