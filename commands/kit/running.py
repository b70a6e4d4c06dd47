"""A command that somebody did not type: a button or a question in words stands for it."""

from markupsafe import Markup

from commands.kit.features import Command
from commands.kit.refusals import refusal
from commands.kit.talk import Talk

NOTHING = Markup()
HOME, RUN = "help.menu", "help.run"
"""The menu's buttons, for others' messages: back to it, and a command by its number."""
NUMBER_DIGITS = 9
"""Longer numbers are nobody's."""


async def run(talk: Talk, command: Command, args: str = "", foreword: Markup = NOTHING) -> None:
    """Does what the command does when this person types it here with these words behind it.

    The foreword stands above the first answer, if it is given at once.
    """
    own = talk.as_typed(args)
    own.foreword = foreword
    try:
        await _run(own, command)
    finally:
        talk.has_answered = talk.has_answered or own.has_answered


async def _run(talk: Talk, command: Command) -> None:
    if command.by_number is not None and is_number(talk.args):
        await command.by_number(talk)
    elif talk.asker.role >= command.who:
        await command.handle(talk)
    elif command.by_number is not None:
        how = talk.words.t(
            "Write the number behind it, for example <code>/{name} 12</code>",
            name=command.called(talk.words),
        )
        await talk.say(how)
    else:
        await talk.say(refusal(talk.words, command.who))


def is_number(args: str) -> bool:
    """True for a number alone, as things are known by."""
    return args.isdecimal() and len(args) <= NUMBER_DIGITS
