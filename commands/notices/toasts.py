"""What a press of Received or Difficulty came to, in the few characters of a toast."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from commands.kit import clip
from commands.kit.posts import TOAST_CHARACTERS
from commands.notices.rules import Tally, tally
from commands.notices.terms import named, said
from locales import Words, plain
from storage.answers import Receipt, Vote
from storage.notices import DIFFICULTY, OPEN
from storage.organisations import Organisation

NAME = 14
"""Characters of a person's name there."""


def pressed(  # noqa: PLR0913 - who pressed what, and where
    words: Words,
    receipt: Receipt | None,
    given: str,
    *,
    person_id: int,
    organisations: Sequence[Organisation],
    is_private: bool,
) -> Markup:
    """For which organisations it counts, and why not; `organisations` are the person's own."""
    if receipt is None or receipt.state != OPEN:
        return words.t("This notice takes no answers. /notices shows all of them.")
    if not receipt.votes:
        return _read(words, organisations)
    votes = tally(receipt.votes, given, person_id)
    return _fitting(_sentences(words, votes, given, is_private=is_private))


def _read(words: Words, organisations: Sequence[Organisation]) -> Markup:
    if organisations:
        names = named(words, organisations)
        return words.t("Noted as read, thank you! This notice does not ask {names}.", names=names)
    return words.t(
        "Noted as read, thank you! Organisations are answered for by their liaisons."
        " To become one, ask the street office."
    )


def _sentences(words: Words, votes: Tally, given: str, *, is_private: bool) -> Iterator[Markup]:
    answer = said(words, given)
    if votes.counted:
        names = _names(words, votes.counted)
        yield words.t("{names}: counted as “{answer}”.", names=names, answer=answer)
    if votes.changed:
        names = _names(words, votes.changed)
        yield words.t("{names}: changed to “{answer}”.", names=names, answer=answer)
    if given == DIFFICULTY and (votes.counted or votes.changed or votes.repeated):
        yield _reason_wanted(words, is_private=is_private)
    if votes.repeated:
        names = _names(words, votes.repeated)
        yield words.t("{names}: “{answer}” is noted already.", names=names, answer=answer)
    for vote in votes.others:
        yield words.t(
            "{names}: {person} has answered already (“{answer}”).",
            names=_names(words, [vote]),
            person=clip(vote.by.name if vote.by else "", NAME),
            answer=answer,
        )


def _reason_wanted(words: Words, *, is_private: bool) -> Markup:
    if is_private:
        return words.t("Please answer my question below with the reason.")
    return words.t("Please reply to this notice with the reason.")


def _names(words: Words, votes: Iterable[Vote]) -> Markup:
    return named(words, [vote.organisation for vote in votes])


def _fitting(sentences: Iterable[Markup]) -> Markup:
    """As many sentences as a toast has room for, the first for sure."""
    text = Markup()
    for sentence in sentences:
        longer = text + Markup("\n") + sentence if text else sentence
        if len(plain(longer)) <= TOAST_CHARACTERS:
            text = longer
    return text
