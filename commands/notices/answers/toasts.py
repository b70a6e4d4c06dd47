"""What a press of an answer came to, in the few characters of a toast."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from commands.kit import clip
from commands.kit.posts import TOAST_CHARACTERS
from commands.notices.forms import said
from commands.notices.rules import Tally, tally
from commands.notices.terms import named
from locales import Words, plain
from storage.notices import DIFFICULTY
from storage.organisations import Organisation
from storage.votes import Answer, Receipt, Vote

NAME = 14
"""Characters of a person's name there."""


def pressed(
    words: Words,
    receipt: Receipt | None,
    *,
    person_id: int,
    organisations: Sequence[Organisation],
    is_private: bool,
) -> Markup:
    """For which organisations it counts, and why not; `organisations` are the person's own."""
    if receipt is not None and not receipt.is_fitting:
        return not_asked(words)
    if receipt is not None and receipt.wants_one:
        return _which_one(words, receipt)
    if receipt is None or not receipt.is_taken:
        return no_answers(words)
    if not receipt.votes:
        return _read(words, organisations)
    return _fitting(_sentences(words, receipt, person_id, is_private=is_private))


def goes_without_saying(receipt: Receipt | None, person_id: int) -> bool:
    """Whether a thumb says it all: nothing was changed, refused, put in a queue or left open."""
    if receipt is None or not receipt.is_taken or not receipt.votes:
        return False
    votes = tally(receipt.votes, person_id)
    is_waiting = any(vote.is_waiting for vote in receipt.votes)
    return not (votes.changed or is_waiting)


def no_answers(words: Words) -> Markup:
    return words.t("This notice takes no answers. /notices shows all of them.")


def not_asked(words: Words) -> Markup:
    """For an answer that only the buttons of another notice give."""
    return words.t("This notice does not ask that. Please use the buttons that it shows.")


def undone(words: Words, receipt: Receipt | None) -> Markup:
    """What pressing Take back came to."""
    if receipt is None or not receipt.is_taken:
        return no_answers(words)
    if not receipt.votes:
        return words.t("There was no answer to take back.")
    return words.t("{names}: the answer is taken back.", names=_names(words, receipt.votes))


def _which_one(words: Words, receipt: Receipt) -> Markup:
    """Who answers for several organisations, where each has an answer of its own."""
    return words.t(
        "You answer for {names}. Please answer for each: send me /notice {number} in private.",
        names=_names(words, receipt.votes),
        number=receipt.notice.number or 0,
    )


def _read(words: Words, organisations: Sequence[Organisation]) -> Markup:
    if organisations:
        names = named(words, organisations)
        return words.t("Noted as read, thank you! This notice does not ask {names}.", names=names)
    return words.t(
        "Noted as read, thank you! Organisations are answered for by their liaisons."
        " To become one, ask the street office."
    )


def _sentences(
    words: Words, receipt: Receipt, person_id: int, *, is_private: bool
) -> Iterator[Markup]:
    votes, choices = tally(receipt.votes, person_id), receipt.notice.choices
    for answer, same in _by_answer(votes.counted).items():
        shown = said(words, answer, choices)
        yield words.t("{names}: counted as “{answer}”.", names=_names(words, same), answer=shown)
    for answer, same in _by_answer(votes.changed).items():
        names, shown = _names(words, same), said(words, answer, choices)
        if answer.answer and not shown:
            yield words.t("{names}: the answer is taken back.", names=names)
        else:
            yield words.t("{names}: changed to “{answer}”.", names=names, answer=shown)
    if _is_difficult(votes):
        yield _reason_wanted(words, is_private=is_private)
    for answer, same in _by_answer(votes.repeated).items():
        names, shown = _names(words, same), said(words, answer, choices)
        yield words.t("{names}: “{answer}” is noted already.", names=names, answer=shown)
    if any(vote.is_waiting for vote in receipt.votes):
        yield words.t("All places are taken: you are on the waiting list.")
    for vote in votes.confirmed:
        yield words.t(
            "{names}: “{answer}”, which {person} wrote down, is confirmed.",
            names=_names(words, [vote]),
            person=clip(vote.by.name if vote.by else "", NAME),
            answer=said(words, vote.given or Answer(answer=""), choices),
        )
    for vote in votes.others:
        yield words.t(
            "{names}: {person} has answered already (“{answer}”).",
            names=_names(words, [vote]),
            person=clip(vote.by.name if vote.by else "", NAME),
            answer=said(words, vote.given or Answer(answer=""), choices),
        )


def _is_difficult(votes: Tally) -> bool:
    own = (*votes.counted, *votes.changed, *votes.repeated)
    return any(vote.given and vote.given.answer == DIFFICULTY for vote in own)


def _by_answer(votes: Iterable[Vote]) -> dict[Answer, list[Vote]]:
    found: dict[Answer, list[Vote]] = {}
    for vote in votes:
        found.setdefault(vote.given or Answer(answer=""), []).append(vote)
    return found


def _reason_wanted(words: Words, *, is_private: bool) -> Markup:
    if is_private:
        return words.t("Please answer my question below with the reason.")
    return words.t("Please reply to this notice with the reason.")


def _names(words: Words, votes: Iterable[Vote]) -> Markup:
    organisations = [vote.organisation for vote in votes if vote.organisation]
    return named(words, organisations) if organisations else words.t("You")


def _fitting(sentences: Iterable[Markup]) -> Markup:
    """As many sentences as a toast has room for, the first for sure."""
    text = Markup()
    for sentence in sentences:
        longer = text + Markup("\n") + sentence if text else sentence
        if len(plain(longer)) <= TOAST_CHARACTERS:
            text = longer
    return text
