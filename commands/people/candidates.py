"""Staff say yes or no to who opened a link or asked for a role; each word counts once."""

from datetime import datetime

from commands.kit import Post, Talk
from commands.people import answers, questions
from commands.people.ranks import rank_of
from locales import Words
from storage import candidates, handovers, people, verdicts
from storage.candidates import HANDOVER, LINK, Candidate
from storage.database import Store
from storage.seats import Rank
from storage.verdicts import Decided, Verdict


async def grant(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Yes, as the rank that the button names; only one that was offered."""
    candidate_id, number = (*numbers, -1, -1)[:2]
    candidate, rank = await candidates.one(talk.store, candidate_id), rank_of(number)
    if candidate is None or rank is None or not _offered(candidate, rank):
        await talk.toast(questions.toast(talk.words, Decided(verdict=Verdict.GONE)))
        return
    by = talk.asker.person.id
    decided = await verdicts.grant(talk.store, candidate_id, rank, by, talk.now)
    await talk.toast(questions.toast(talk.words, decided))


async def decline(talk: Talk, numbers: tuple[int, ...]) -> None:
    """No."""
    candidate_id = numbers[0] if numbers else -1
    by = talk.asker.person.id
    decided = await verdicts.decline(talk.store, candidate_id, by, talk.now)
    await talk.toast(questions.toast(talk.words, decided))


async def waiting(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """All who wait for an answer; in private, as it names people."""
    if not talk.place.is_private:
        await talk.toast(talk.words.t("I tell about people in our private chat only."))
        return
    found = await candidates.open_ones(talk.store)
    await talk.reply(questions.waiting(talk.words, found))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The question about one of them."""
    found = await candidates.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if found is None or not talk.place.is_private:
        await talk.toast(questions.toast(talk.words, Decided(verdict=Verdict.GONE)))
    else:
        await candidates.show(talk.store, found.id, talk.asker.person.id, talk.now)


async def to_inviter(store: Store, words: Words, candidate_id: int) -> Post | None:
    """For who gave the link out."""
    return await _question(store, words, candidate_id, to_inviter=True)


async def to_all(store: Store, words: Words, candidate_id: int) -> Post | None:
    """For everybody else of the staff."""
    return await _question(store, words, candidate_id, to_inviter=False)


async def answer(store: Store, words: Words, candidate_id: int) -> Post | None:
    """For the candidate."""
    found = await candidates.one(store, candidate_id)
    if found is None or found.is_open:
        return None
    waiting = await handovers.open_notices(store, found.organisation.id)
    return answers.answer(words, found, len(waiting))


async def answer_in_group(store: Store, words: Words, candidate_id: int) -> Post | None:
    """For the group where it was asked."""
    found = await candidates.one(store, candidate_id)
    return answers.in_group(words, found) if found else None


async def pass_on(store: Store, candidate_id: int, _person_id: int, now: datetime) -> None:
    """Who should decide cannot be written to."""
    await candidates.pass_on(store, candidate_id, now)


async def tell_in_group(store: Store, candidate_id: int, _person_id: int, now: datetime) -> None:
    """Who asked cannot be written to."""
    await candidates.tell_in_group(store, candidate_id, now)


def _offered(candidate: Candidate, rank: Rank) -> bool:
    if candidate.origin == LINK:
        return rank is (candidate.rank or Rank.LIAISON)
    return rank is Rank.LIAISON if candidate.origin == HANDOVER else True


async def _question(
    store: Store, words: Words, candidate_id: int, *, to_inviter: bool
) -> Post | None:
    found = await candidates.one(store, candidate_id)
    if found is None:
        return None
    liaisons = await people.liaisons_of(store, found.organisation.id)
    return questions.question(words, found, liaisons, to_inviter=to_inviter)
