"""Somebody gives a role back; asks back first, and never in a group."""

from commands.kit import Post, Talk
from commands.people.handing import farewells
from locales import Words
from storage import handovers, organisations, people, seats
from storage.database import Store
from storage.seats import Rank, Seat


async def leave(talk: Talk) -> None:
    """`/leave`: of which organisation; with one alone, asks back at once."""
    if not talk.place.is_private:
        await talk.reply(farewells.in_private(talk.words))
        return
    held = await seats.of(talk.store, talk.asker.person.id)
    if len(held) == 1:
        await talk.reply(await _question(talk, held[0]))
    else:
        await talk.reply(farewells.which(talk.words, held))


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button with an organisation."""
    one = await _seat(talk, numbers)
    if one is None:
        await talk.toast(farewells.gone(talk.words))
    else:
        await talk.edit(await _question(talk, one))


async def done(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Yes."""
    one = await _seat(talk, numbers)
    if one is None:
        await talk.toast(farewells.gone(talk.words))
        return
    had = await handovers.leave(talk.store, talk.asker.person.id, one.organisation.id, talk.now)
    if had is None:
        await talk.toast(farewells.gone(talk.words))
    else:
        await talk.edit(farewells.left(talk.words, one.organisation, had))


async def stay(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """No."""
    if talk.place.is_private:
        await talk.edit(farewells.stayed(talk.words))
    else:
        await talk.toast(farewells.gone(talk.words))


async def deserted(store: Store, words: Words, organisation_id: int) -> Post | None:
    """For staff; None when somebody answers for it again."""
    one = await organisations.one(store, organisation_id)
    if one is None or await people.liaisons_of(store, organisation_id):
        return None
    return farewells.deserted(words, one)


async def _seat(talk: Talk, numbers: tuple[int, ...]) -> Seat | None:
    """What the asker is in the organisation that a button names; in private alone."""
    held = await seats.of(talk.store, talk.asker.person.id) if talk.place.is_private else ()
    return next((one for one in held if numbers == (one.organisation.id,)), None)


async def _question(talk: Talk, one: Seat) -> Post:
    liaisons = await people.liaisons_of(talk.store, one.organisation.id)
    is_last = one.rank is not Rank.MEMBER and len(liaisons) == 1
    return farewells.question(talk.words, one, is_last=is_last)
