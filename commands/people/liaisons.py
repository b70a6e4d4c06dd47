"""Who speaks for an organisation: appointed by a reply, or by a one-time link."""

from collections.abc import Sequence

from commands.kit import Message, Post, Talk
from commands.people import appointments, dismissals, linking, offices
from commands.people.links import Given
from commands.people.rules import CONFIRMED, deputy_in, is_deputy, needy_first, replied
from storage import candidates, invitations, organisations, people, seats
from storage.organisations import Organisation
from storage.people import Person


async def liaison(talk: Talk) -> None:
    """`/liaison 兴隆社区`: the one who is replied to, or a link; `副` behind it means a deputy."""
    asked, deputy = deputy_in(talk.args)
    found = organisations.named(await organisations.every(talk.store), asked)
    answered = replied(talk.place, talk.message)
    if not asked:
        await _ask_which(talk)
    elif not found:
        await talk.say(appointments.none(talk.words, asked))
    elif answered is not None:
        await _appoint_replied(talk, answered, found, deputy=deputy)
    elif not talk.place.is_private:
        await talk.reply(appointments.only_in_private(talk.words, talk.args))
    elif len(found) > 1:
        await talk.reply(appointments.which_to_invite(talk.words, found, asked, deputy=deputy))
    else:
        await _invite(talk, found[0], deputy=deputy)


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the organisations that a link may be for."""
    await talk.edit(await _chooser(talk, numbers[0] if numbers else 1))


async def invite(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Makes a link; never in a group, where anybody could open it."""
    one = await organisations.one(talk.store, numbers[0]) if numbers else None
    if one is None or one.retired_at is not None:
        await talk.toast(appointments.gone(talk.words))
    elif not talk.place.is_private:
        await talk.reply(appointments.only_in_private(talk.words, one.short_name))
    else:
        await _invite(talk, one, deputy=is_deputy(numbers[1:]))


async def appoint(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which of several organisations it is for."""
    pair = await _pair(talk, numbers[:2])
    if pair is None:
        await talk.toast(appointments.gone(talk.words))
        return
    person, one = pair
    post = await _appoint(talk, person, one, deputy=is_deputy(numbers[2:]))
    await talk.edit(post)


async def rank(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A liaison becomes deputy, or the other way round."""
    pair = await _pair(talk, numbers[:2])
    if pair is None:
        await talk.toast(appointments.gone(talk.words))
        return
    deputy = is_deputy(numbers[2:])
    was_one = await people.rank(talk.store, pair[0].id, pair[1].id, is_deputy=deputy)
    if was_one:
        await talk.edit(appointments.ranked(talk.words, *pair, is_deputy=deputy))
    else:
        await talk.edit(dismissals.removed(talk.words, *pair, None))


async def remove(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Takes whatever the person is there; asks back first."""
    pair = await _pair(talk, numbers[:2])
    if pair is None:
        await talk.toast(appointments.gone(talk.words))
        return
    person, one = pair
    if numbers[2:] != (CONFIRMED,):
        rank = await seats.rank_in(talk.store, person.id, one.id)
        await talk.edit(dismissals.confirm_removal(talk.words, person, one, rank))
    else:
        rank = await seats.dismiss(talk.store, person.id, one.id)
        await talk.edit(dismissals.removed(talk.words, person, one, rank))


async def _ask_which(talk: Talk) -> None:
    if talk.place.is_private:
        await talk.reply(await _chooser(talk, 1))
    else:
        without = await organisations.without_liaison(talk.store)
        await talk.reply(appointments.how_to(talk.words, without))


async def _chooser(talk: Talk, number: int) -> Post:
    without = await organisations.without_liaison(talk.store)
    ordered = needy_first(await organisations.every(talk.store), without)
    waiting = await candidates.open_ones(talk.store)
    return appointments.chooser(talk.words, ordered, without, number, waiting=len(waiting))


async def _appoint_replied(
    talk: Talk, answered: Message, found: Sequence[Organisation], *, deputy: bool
) -> None:
    person = answered.sender
    if person is None:
        await talk.say(offices.unseen(talk.words))
    elif len(found) > 1:
        await people.remember(talk.store, person)
        asked, _ = deputy_in(talk.args)
        post = appointments.which_for(talk.words, person, found, asked, deputy=deputy)
        await talk.reply(post)
    else:
        await talk.reply(await _appoint(talk, person, found[0], person, deputy=deputy))


async def _appoint(
    talk: Talk, person: Person, one: Organisation, met: Person | None = None, *, deputy: bool
) -> Post:
    who, by = (person.id, one.id), talk.asker.person.id
    is_new = await people.appoint(talk.store, *who, by, talk.now, met, is_deputy=deputy)
    return appointments.appointed(talk.words, person, one, is_new=is_new, is_deputy=deputy)


async def _invite(talk: Talk, one: Organisation, *, deputy: bool) -> None:
    token, by = invitations.new_token(), talk.asker.person.id
    until = await invitations.invite(talk.store, token, one.id, by, talk.now, is_deputy=deputy)
    url = talk.private_url("join", token)
    await linking.give(talk, Given(one, url, until, is_deputy=deputy))


async def _pair(talk: Talk, numbers: tuple[int, ...]) -> tuple[Person, Organisation] | None:
    """The person and the organisation that a button names, if both are known."""
    if len(numbers) != 2:  # noqa: PLR2004 - a pair
        return None
    person, _ = await people.known(talk.store, numbers[0])
    one = await organisations.one(talk.store, numbers[1])
    return (person, one) if person and one else None
