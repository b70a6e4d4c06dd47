"""Shows what is preferred, and keeps what staff press."""

from commands.kit import Post, Talk
from commands.preferences import groups, rules, views
from storage import chats, preferences
from storage.preferences import MONTH, OFF, ON, QUIET, WISHES, WORKING_DAYS


async def show(talk: Talk) -> None:
    await talk.reply(await _shown(talk))


async def choose_quiet(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By the minutes of the day at which they begin and end; other numbers are off."""
    span = rules.span(numbers)
    await preferences.keep(talk.store, QUIET, str(span) if span else OFF)
    await talk.toast(views.kept(talk.words))
    await talk.edit(await _shown(talk))


async def choose_working_days(talk: Talk, numbers: tuple[int, ...]) -> None:
    """1 is on."""
    await preferences.keep(talk.store, WORKING_DAYS, ON if numbers[:1] == (1,) else OFF)
    await talk.toast(views.kept(talk.words))
    await talk.edit(await _shown(talk))


async def choose_month(talk: Talk, numbers: tuple[int, ...]) -> None:
    """1 is on."""
    await preferences.keep(talk.store, MONTH, ON if numbers[:1] == (1,) else OFF)
    await talk.toast(views.kept(talk.words))
    await talk.edit(await _shown(talk))


async def choose_wishes(talk: Talk, numbers: tuple[int, ...]) -> None:
    """1 is on."""
    await preferences.keep(talk.store, WISHES, ON if numbers[:1] == (1,) else OFF)
    await talk.toast(views.kept(talk.words))
    await talk.edit(await _shown(talk))


async def show_again(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """From the groups back to everything."""
    await talk.edit(await _shown(talk))


async def show_reactions(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The groups, and whether a reaction counts there; a page of many."""
    await talk.edit(groups.reactions(talk.words, await chats.joined(talk.store), *numbers[:1]))


async def count_reactions(talk: Talk, numbers: tuple[int, ...]) -> None:
    """By the group's id, 1 to let them count, and the page; a forged id changes nothing."""
    chat_id, count, page = (*numbers, 0, 0, 1)[:3]
    await chats.count_reactions(talk.store, chat_id, count=count == 1)
    await talk.toast(views.kept(talk.words))
    await show_reactions(talk, (page,))


async def _shown(talk: Talk) -> Post:
    preferred = await preferences.kept(talk.store)
    hours = talk.office.hours(preferred)
    is_as_installed = not {QUIET, WORKING_DAYS} & preferred.keys()
    chosen = views.Chosen(
        hours,
        shows_months=preferred.get(MONTH) != OFF,
        gathers_wishes=preferred.get(WISHES) == ON,
    )
    return views.settings(talk.words, chosen, talk.today, is_as_installed=is_as_installed)
