"""A wish is taken on: for an organisation or for oneself, some of it or all; and given back."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

from commands.kit import Post, Talk, hours_of
from commands.kit.reminding import next_reminder
from commands.wishes import rules, taken, views
from commands.wishes.handlers import managed
from locales import Words
from storage import wish_claims, wish_handovers, wishes
from storage.database import Store
from storage.wish_claims import Claim, Outcome, Reminds

WEEK = timedelta(7)


async def for_whom(talk: Talk, numbers: tuple[int, ...]) -> None:
    """For whom was chosen; one of one thing is taken on at once."""
    found = await wishes.one(talk.store, rules.only(numbers, 0))
    whose = rules.only(numbers, 1)
    if found is None or not found.is_open or not found.left:
        await talk.toast(taken.over(talk.words), alert=True)
    elif found.left == 1:
        await claim(talk, (found.id, whose, 1))
    else:
        await talk.edit(taken.how_many(talk.words, found, whose))


async def claim(talk: Talk, numbers: tuple[int, ...]) -> None:
    """So many of it; whom one does not answer for one cannot take it on for."""
    wish_id, whose, amount = (*numbers, 0, 0, 0)[:3]
    served = {one.id for one in talk.asker.organisations}
    if whose != taken.ALONE and whose not in served:
        await talk.toast(talk.words.t("You are no liaison of this organisation."), alert=True)
        return
    reminds = await reminding(talk)
    who = talk.asker.person.id, talk.now, reminds
    done = await wish_claims.claim(talk.store, wish_id, whose or None, amount, *who)
    if done.outcome is Outcome.DONE:
        await talk.toast(talk.words.t("💛 Thank you! Where it goes comes in a moment."))
        await talk.take_back()
    elif done.outcome is Outcome.FEWER and done.left:
        await talk.toast(taken.fewer(talk.words, done.left), alert=True)
    else:
        await talk.toast(taken.over(talk.words), alert=True)


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One's own claim of a list."""
    found = await given_by(talk, numbers)
    if found is not None:
        details = await wishes.details_of(talk.store, found.wish_id)
        await talk.reply(taken.card(talk.words, found, details))


async def show_told(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A claim of the community's card."""
    found = await received_by(talk, numbers)
    wish = await wishes.one(talk.store, found.wish_id) if found else None
    if found is not None and wish is not None:
        await talk.reply(taken.told(talk.words, found, wish))


async def back(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who took it on cannot."""
    await _give_back(talk, numbers, given_by)


async def free(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The community gives it free again."""
    await _give_back(talk, numbers, received_by)


async def name(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Somebody who takes on for themselves may let the name be shown; nobody else may."""
    found = await given_by(talk, numbers[:1])
    if found is None:
        return
    if found.person_id != talk.asker.person.id or found.organisation_id is not None:
        await talk.toast(taken.settled(talk.words))
        return
    is_named = rules.only(numbers, 1) == 1
    await wish_handovers.name(talk.store, found.id, is_named=is_named)
    shown = talk.words.t("Your name is shown with this wish.")
    await talk.toast(shown if is_named else talk.words.t("Your name is not shown any more."))


async def card(store: Store, words: Words, claim_id: int) -> Post | None:
    """For who took it on."""
    found = await wish_claims.one(store, claim_id)
    if found is None:
        return None
    return taken.card(words, found, await wishes.details_of(store, found.wish_id))


async def told(store: Store, words: Words, claim_id: int) -> Post | None:
    """For the community."""
    found = await wish_claims.one(store, claim_id)
    wish = await wishes.one(store, found.wish_id) if found else None
    return taken.told(words, found, wish) if found and wish else None


async def given_by(talk: Talk, numbers: tuple[int, ...]) -> Claim | None:
    """The claim of a button, for who made it and who answers for that organisation."""
    found = await wish_claims.one(talk.store, rules.only(numbers, 0))
    served = {one.id for one in talk.asker.organisations}
    mine = found is not None and found.person_id == talk.asker.person.id
    if found is None or not (mine or found.organisation_id in served):
        await talk.say(views.gone(talk.words))
        return None
    return found


async def received_by(talk: Talk, numbers: tuple[int, ...]) -> Claim | None:
    """The claim of a button, for who answers for the community, and staff."""
    found = await wish_claims.one(talk.store, rules.only(numbers, 0))
    if found is None:
        await talk.say(views.gone(talk.words))
        return None
    return found if await managed(talk, (found.wish_id,)) is not None else None


async def reminding(talk: Talk) -> Reminds:
    """When who takes it on is reminded: by its day, else every week."""
    hours = await hours_of(talk.store, talk.office)

    def reminds(due: date | None, now: datetime) -> datetime:
        day = due or (now + WEEK).astimezone(hours.zone).date()
        return next_reminder(hours, day, now)

    return reminds


async def _give_back(
    talk: Talk,
    numbers: tuple[int, ...],
    whose: Callable[[Talk, tuple[int, ...]], Awaitable[Claim | None]],
) -> None:
    found = await whose(talk, numbers)
    if found is None:
        return
    is_made = await wish_handovers.give_back(talk.store, found.id, talk.asker.person.id, talk.now)
    done = talk.words.t("↩️ Free again; the other side is told.")
    await talk.toast(done if is_made else taken.settled(talk.words))
