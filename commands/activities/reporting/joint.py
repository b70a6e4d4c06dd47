"""Joint activities: partners say whether they were part of it, two reports of one are joined."""

from datetime import datetime

from commands.activities.reporting import parts, questions
from commands.activities.reporting.corrections import correctable
from commands.activities.rules import may_answer, own_parts
from commands.kit import Post, Talk
from locales import Words
from storage import activities, partners, twins
from storage.database import Store
from storage.unsure import TWIN, Unsure


async def said(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A liaison's Yes or No below the question in private."""
    partner_id, answer = (*numbers, 0, 0)[:2]
    partner = await partners.one(talk.store, partner_id)
    if partner is None:
        await talk.toast(questions.answered_before(talk.words))
    elif not may_answer(talk.asker, partner):
        await talk.toast(parts.not_your_part(talk.words), alert=True)
    else:
        was_part = answer == parts.YES
        person = talk.asker.person.id
        await partners.answer(talk.store, [partner.id], person, talk.now, was_part=was_part)
        await talk.toast(parts.thanks(talk.words, was_part=was_part))


async def mine(talk: Talk, numbers: tuple[int, ...]) -> None:
    """`We were part of it` below the card in the group: for the liaisons of those who are named."""
    activity = await activities.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    waiting = own_parts(talk.asker, activity) if activity else ()
    if activity is None:
        await talk.toast(questions.gone(talk.words))
    elif not waiting:
        await talk.toast(parts.not_your_part(talk.words), alert=True)
    else:
        person = talk.asker.person.id
        ids = [one.id for one in waiting]
        await partners.answer(talk.store, ids, person, talk.now, was_part=True)
        await talk.toast(parts.thanks(talk.words, was_part=True))


async def join(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Two reports tell of one activity."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    if not _is_twin(activity.unsure.get(TWIN), numbers):
        await talk.toast(questions.answered_before(talk.words))
        return
    person = talk.asker.person.id
    kept = await twins.join(talk.store, activity.id, numbers[1], person, talk.now)
    if kept is None:
        await talk.toast(questions.answered_before(talk.words))
    else:
        await talk.toast(parts.joined(talk.words, kept))


async def keep_apart(talk: Talk, numbers: tuple[int, ...]) -> None:
    """They are two activities of one day."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    if not _is_twin(activity.unsure.get(TWIN), numbers):
        await talk.toast(questions.answered_before(talk.words))
        return
    await twins.keep_apart(talk.store, activity.id, numbers[1])
    await talk.toast(questions.kept(talk.words))


async def question(store: Store, words: Words, partner_id: int) -> Post | None:
    """Asks a liaison; once the name was taken out again, there is nothing to ask."""
    partner = await partners.one(store, partner_id)
    activity = await activities.one(store, partner.activity_id) if partner else None
    return parts.question(words, partner, activity)


async def declined(store: Store, words: Words, partner_id: int) -> Post | None:
    """Tells who reported it; a change of mind comes first."""
    partner = await partners.one(store, partner_id)
    activity = await activities.one(store, partner.activity_id) if partner else None
    if partner is None or activity is None or partner.state != partners.DECLINED:
        return None
    return Post(parts.declined(words, partner, activity))


async def unreached(store: Store, partner_id: int, _person_id: int, _now: datetime) -> None:
    """The card in the group asks too, so nobody has to decide about the message."""
    await partners.unreached(store, partner_id)


def _is_twin(offered: Unsure | None, numbers: tuple[int, ...]) -> bool:
    return offered is not None and tuple(map(str, numbers[1:])) in {(o,) for o in offered.may_be}
