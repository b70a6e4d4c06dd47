"""`/menu`: what the buttons of the menu do. A press changes the menu, a command answers below."""

from commands.help import menus
from commands.help.handlers import HELP
from commands.help.menus import MENU
from commands.help.rules import Section, sections
from commands.kit import Post, Role, Talk, number_for, run


async def menu(talk: Talk) -> None:
    """`/menu`."""
    await talk.reply(_menu(talk))


async def home(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """Back to the features."""
    await talk.edit(_menu(talk))


async def room(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A feature's commands in place of the menu."""
    found = next((one for one in _sections(talk) if number_for(one[0].name) in numbers[:1]), None)
    if found is None:
        await talk.toast(menus.changed(talk.words))
    elif found[0].front is not None:
        await found[0].front(talk, ())
    else:
        await talk.edit(menus.room(talk.words, found))


async def command(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Does what the command does when it is typed alone; the menu stays."""
    every = (one for _, commands in _sections(talk) for one in commands)
    found = next((one for one in every if number_for(one.name) in numbers[:1]), None)
    if found is None:
        await talk.toast(menus.changed(talk.words))
    else:
        await run(talk, found)


def _menu(talk: Talk) -> Post:
    return menus.menu(talk.words, _sections(talk), is_private=talk.place.is_private)


def _sections(talk: Talk) -> tuple[Section, ...]:
    """In a group what everybody may, whoever presses; without the menu itself, help last."""
    role = talk.asker.role if talk.place.is_private else Role.MEMBER
    found = (
        (feature, tuple(one for one in commands if one.name != MENU))
        for feature, commands in sections(talk.features, role)
    )
    rooms = [(feature, commands) for feature, commands in found if commands]
    return tuple(sorted(rooms, key=lambda one: one[0].name == HELP))
