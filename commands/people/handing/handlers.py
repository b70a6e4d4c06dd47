"""A liaison hands the role over; staff do it for anybody. Who may is asked at each press."""

from commands.kit import Due, Post, Talk
from commands.people import linking
from commands.people.handing import views
from commands.people.handing.rules import whose
from commands.people.links import Given
from locales import Words
from storage import candidates, handovers, invitations, organisations, people, seats
from storage.database import Store
from storage.organisations import Organisation
from storage.people import Liaison, Person
from storage.seats import Rank

BY_LINK = 0
"""In place of the successor's id: whoever opens the link."""


async def handover(talk: Talk) -> None:
    """`/handover`, and for staff `/handover 兴隆社区`; the rest are buttons in private."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words, talk.args))
        return
    mine = await _own(talk)
    if talk.asker.person.is_staff and talk.args:
        mine = organisations.named(await organisations.every(talk.store), talk.args)
    if len(mine) == 1:
        await talk.reply(await _choice(talk, mine[0], None))
    elif mine:
        await talk.reply(views.which(talk.words, mine))
    else:
        await talk.reply(views.none(talk.words, is_staff=talk.asker.person.is_staff))


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """To whom: for staff first from whom, when there are several liaisons."""
    one = await _allowed(talk, numbers[0]) if numbers else None
    if one is None:
        await talk.toast(views.gone(talk.words))
    else:
        await talk.edit(await _choice(talk, one, numbers[1] if len(numbers) > 1 else None))


async def choose_rest(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What becomes of who hands over."""
    found = await _three(talk, numbers)
    if found is None:
        await talk.toast(views.gone(talk.words))
    else:
        one, old, new = found
        await talk.edit(views.rest(talk.words, one, old, new, talk.asker.person))


async def done(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All is chosen: staff's word counts at once, a liaison's goes to staff."""
    found = await _three(talk, numbers[:3])
    if found is None or numbers[3:] not in {(0,), (1,)}:
        await talk.toast(views.gone(talk.words))
        return
    one, old, new = found
    stays = numbers[3] == 1
    if new is None:
        await _give_link(talk, one, old, stays_deputy=stays)
    elif talk.asker.person.is_staff:
        by = talk.asker.person.id
        made = await handovers.hand_over(
            talk.store, one.id, old.id, new.id, by, talk.now, stays_deputy=stays
        )
        await talk.edit(views.handed_by_staff(talk.words, one, old, new, is_made=made is not None))
    else:
        who = one.id, old.id, new.id
        asked = await handovers.propose(talk.store, *who, talk.now, stays_deputy=stays)
        await talk.edit(views.proposed(talk.words, one, new, asked))


async def handed(store: Store, words: Words, candidate_id: int) -> Post | None:
    """For who had the role before."""
    found = await candidates.one(store, candidate_id)
    return None if found is None or found.is_open else views.handed(words, found)


async def take_along(store: Store, due: Due) -> None:
    """The successor can be written to by now."""
    await handovers.take_along(store, due.subject_id, due.now)


async def _own(talk: Talk) -> tuple[Organisation, ...]:
    held = await seats.of(talk.store, talk.asker.person.id)
    return tuple(one.organisation for one in held if one.rank is Rank.LIAISON)


async def _allowed(talk: Talk, organisation_id: int) -> Organisation | None:
    """The organisation, if the asker may hand over a role in it, and does so in private."""
    if not talk.place.is_private:
        return None
    if talk.asker.person.is_staff:
        return await organisations.one(talk.store, organisation_id)
    own = await _own(talk)
    return next((one for one in own if one.id == organisation_id), None)


async def _choice(talk: Talk, one: Organisation, old_id: int | None) -> Post:
    liaisons = await people.liaisons_of(talk.store, one.id)
    olds = whose(liaisons, talk.asker.person, old_id)
    if len(olds) != 1:
        return views.from_whom(talk.words, one, olds)
    found = await handovers.successors(talk.store, one.id, olds[0].id)
    return views.to_whom(talk.words, one, olds[0], found)


async def _three(
    talk: Talk, numbers: tuple[int, ...]
) -> tuple[Organisation, Liaison, Person | None] | None:
    """Of what, from whom, to whom; None when a number is forged or its time is over."""
    if len(numbers) != 3:  # noqa: PLR2004 - three
        return None
    one = await _allowed(talk, numbers[0])
    liaisons = await people.liaisons_of(talk.store, one.id) if one else ()
    olds = whose(liaisons, talk.asker.person, numbers[1])
    if one is None or len(olds) != 1 or olds[0].id != numbers[1]:
        return None
    if numbers[2] == BY_LINK:
        return one, olds[0], None
    found = await handovers.successors(talk.store, one.id, olds[0].id)
    new = next((person for person in found if person.id == numbers[2]), None)
    return (one, olds[0], new) if new else None


async def _give_link(talk: Talk, one: Organisation, old: Person, *, stays_deputy: bool) -> None:
    token, by = invitations.new_token(), talk.asker.person.id
    until = await invitations.invite(
        talk.store, token, one.id, by, talk.now, predecessor=old.id, stays_deputy=stays_deputy
    )
    url = talk.private_url("join", token)
    await linking.give(talk, Given(one, url, until, is_deputy=False, is_handover=True))
