"""What taking a call, giving it back, or writing down what was said came to."""

from markupsafe import Markup

from commands.kit import clip
from commands.notices.answers.toasts import no_answers, not_asked
from commands.notices.forms import said
from commands.notices.terms import SHORT_NAME
from locales import Words
from storage.calls import Taken
from storage.notes import Noted
from storage.votes import Answer


def taken(words: Words, done: Taken | None) -> Markup:
    if done is None:
        return no_answers(words)
    if not done.count and not done.others:
        return words.t("All organisations have answered, so there is nobody to call.")
    if not done.count:
        return words.t("All of them are being called already.")
    said_first = words.n(
        "📞 Noted: you call {count} organisation. The list is in our private chat.",
        "📞 Noted: you call {count} organisations. The list is in our private chat.",
        done.count,
    )
    if not done.others:
        return said_first
    return said_first + words.n(
        " {count} more is being called already.",
        " {count} more are being called already.",
        done.others,
    )


def given_back(words: Words, count: int) -> Markup:
    if not count:
        return words.t("You were not calling any more.")
    return words.n(
        "Given back: {count} organisation is reminded like the others again.",
        "Given back: {count} organisations are reminded like the others again.",
        count,
    )


def write_to_me(words: Words) -> Markup:
    """For staff who never opened the private chat, where the list would go."""
    return words.t("Please open our private chat and press Start first: the list comes there.")


def noted(words: Words, done: Noted | None) -> Markup:
    if done is not None and not done.is_fitting:
        return not_asked(words)
    if done is None or done.vote is None or done.vote.organisation is None:
        return no_answers(words)
    name = clip(done.vote.organisation.short_name, SHORT_NAME)
    shown = said(words, done.vote.before or Answer(answer=""), done.notice.choices)
    if done.is_theirs:
        return words.t(
            "{organisation} has answered by itself (“{answer}”), and that stays.",
            organisation=name,
            answer=shown,
        )
    given = said(words, done.vote.given or Answer(answer=""), done.notice.choices)
    return words.t("{organisation}: “{answer}” is written down.", organisation=name, answer=given)


def explained(words: Words, *, is_kept: bool) -> Markup:
    if is_kept:
        return words.t("The reason is written down, thank you.")
    return words.t("Nothing was written down: no difficulty of theirs is noted by now.")


def gone(words: Words) -> Markup:
    """For a button whose call is not known."""
    return words.t("This call is not known any more. /pending shows who is missing.")
