"""Shows what is preferred, and keeps what staff press."""

from commands.kit import Post, Talk
from commands.preferences import rules, views
from storage import preferences
from storage.preferences import OFF, ON, QUIET, WORKING_DAYS


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


async def _shown(talk: Talk) -> Post:
    preferred = await preferences.kept(talk.store)
    hours = talk.office.hours(preferred)
    is_as_installed = not {QUIET, WORKING_DAYS} & preferred.keys()
    return views.settings(talk.words, hours, talk.today, is_as_installed=is_as_installed)
