"""Who is not covered yet: a summary, a list for each gap, and what mends it."""

from datetime import timedelta

from commands.coverage import rules, views
from commands.coverage.views import COMMUNITY
from commands.kit import Post, Studio, Talk, hours_of
from storage import coverage, nudges, organisations, people
from storage.coverage import GAPS
from storage.database import Store
from storage.organisations import Organisation

HOLD = timedelta(seconds=10)
"""So long a question can be taken back before anybody reads it."""


async def show(talk: Talk) -> None:
    """`/coverage`."""
    if talk.place.is_private:
        await talk.reply(await _summary(talk))
    else:
        await talk.reply(views.in_private(talk.words))


async def home(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The summary in place of a list."""
    await talk.edit(await _summary(talk))


async def gap(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who is in one gap, a page at a time."""
    place, number = (*numbers, -1, 1)[:2]
    if not 0 <= place < len(GAPS):
        await talk.edit(await _summary(talk))
        return
    found = await coverage.without(talk.store, GAPS[place], *rules.quarter(talk.today))
    await talk.edit(views.gap_page(talk.words, GAPS[place], found, number))


async def who(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Liaisons that cannot be written to, and the link to send them."""
    one = await _organisation(talk, numbers)
    if one is not None:
        liaisons = await people.liaisons_of(talk.store, one.id)
        far = [person for person in liaisons if not person.is_reachable]
        await talk.reply(views.who(talk.words, one, far, talk.private_url("start")))


async def pair(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which community: the press that follows is that of the register."""
    one = await _organisation(talk, numbers)
    if one is not None:
        every = await organisations.every(talk.store)
        others = [other for other in every if other.id != one.id]
        is_community = one.category == COMMUNITY
        fitting = [other for other in others if (other.category == COMMUNITY) != is_community]
        await talk.reply(views.which_partner(talk.words, one, fitting))


async def nudge(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Its liaisons are asked for a report, when people may be disturbed."""
    one = await _organisation(talk, numbers)
    if one is None:
        return
    hours = await hours_of(talk.store, talk.office)
    due_at = max(talk.now + HOLD, hours.next_open(talk.now))
    nudged = await nudges.ask(talk.store, one.id, talk.asker.person.id, talk.now, due_at)
    await talk.reply(views.asked(talk.words, one, nudged, due_at, talk.now))


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The question is not asked, or goes again."""
    number = numbers[0] if len(numbers) == 1 else 0
    if await nudges.undo(talk.store, number, talk.now):
        await talk.edit(Post(talk.words.t("↩️ Taken back: nobody is asked.")))
    else:
        await talk.toast(talk.words.t("It was taken back before."))


async def question(store: Store, studio: Studio, nudge_id: int) -> Post | None:
    """Who reported something meanwhile is not asked any more."""
    asked = await nudges.one(store, nudge_id)
    if asked is None:
        return None
    day = asked.asked_at.astimezone(studio.office.zone).date()
    days = rules.quarter(day)
    if asked.withdrawn_at is None and await coverage.reported(store, asked.organisation_id, *days):
        return None
    return views.question(studio.words, asked)


async def _summary(talk: Talk) -> Post:
    days = rules.quarter(talk.today)
    return views.summary(talk.words, await coverage.counted(talk.store, *days), days)


async def _organisation(talk: Talk, numbers: tuple[int, ...]) -> Organisation | None:
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(talk.words.t("This organisation is not in the register any more."))
    return one
