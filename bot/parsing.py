"""Commands as people type them: `/notice`, `／通知`, `#活动8月13日`, a bare `通知：…`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from commands.kit import Command

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
SIGNS = "/#!"
SEPARATORS = " \t\r\n\u00a0\u3000:,，：、"
NAME_CHARACTERS = 64


@dataclass(frozen=True)
class Spoken:
    """What a text asks for. `command` is None for an unknown name."""

    command: Command | None
    name: str
    args: str
    to_us: bool
    """True: the bot's own name stands behind the command."""
    bare: bool = False


class Vocabulary:
    """Every name of every command."""

    def __init__(self, commands: Iterable[Command], bot_username: str) -> None:
        self._commands: Mapping[str, Command] = {
            name: command for command in commands for name in (command.name, *command.chinese)
        }
        self._chinese = sorted((n for n in self._commands if not n.isascii()), key=len)[::-1]
        self._username = bot_username.lower()
        self._call = re.compile(
            rf"(?<![A-Za-z0-9_])@{re.escape(bot_username)}(?![A-Za-z0-9_])", re.IGNORECASE
        )

    def named(self, name: str) -> Command | None:
        """The command with this name, in either language."""
        return self._commands.get(name.lower())

    def read(self, text: str) -> Spoken | None:
        """The command in a text; None when there is none, or it is another bot's."""
        text = text.strip()
        plain = text.translate(FULL_WIDTH)
        if not plain:
            return None
        if plain[0] not in SIGNS:
            return self._bare(text, plain)
        name = self._name(plain[1:])
        rest = 1 + len(name)
        end = rest + _mention(plain[rest:])
        mentioned = plain[rest + 1 : end].lower()
        if not name or (mentioned and mentioned != self._username):
            return None
        return Spoken(self.named(name), name, _words(text[end:]), to_us=bool(mentioned))

    def is_command(self, text: str) -> bool:
        """True for what begins as commands do, also when nobody knows it."""
        return text.strip().translate(FULL_WIDTH).startswith(tuple(SIGNS))

    def without_sign(self, text: str) -> str:
        """The text without the sign that it begins with, if it does."""
        text = text.strip()
        return text[1:].lstrip() if self.is_command(text) else text

    def calls_us(self, text: str) -> bool:
        """True when the bot's own name stands in it as a mention."""
        return self.without_call(text) != text

    def without_call(self, text: str) -> str:
        """The text without the mentions of the bot."""
        return self._call.sub(" ", text)

    def _name(self, text: str) -> str:
        """Chinese names need no space behind them; Latin ones end where the letters end."""
        for name in self._chinese:
            if text.startswith(name):
                return name
        letters = next((i for i, c in enumerate(text) if not _is_name(c)), len(text))
        return text[: min(letters, NAME_CHARACTERS)]

    def _bare(self, text: str, plain: str) -> Spoken | None:
        for name in self._chinese:
            command = self._commands[name]
            args = _words(text[len(name) :])
            follows = plain[len(name) : len(name) + 1]
            if command.bare and plain.startswith(name) and follows in tuple(" \n:") and args:
                return Spoken(command, name, args, to_us=False, bare=True)
        return None


def _words(text: str) -> str:
    """What follows a command's name, without what people type between."""
    return text.lstrip(SEPARATORS).rstrip()


def _is_name(character: str) -> bool:
    """Bot API: a bot_command is of A-Z, a-z, 0-9 and _."""
    return character.isascii() and (character.isalnum() or character == "_")


def _mention(text: str) -> int:
    """How long the `@username` is that the text begins with; 0 for none."""
    if not text.startswith("@"):
        return 0
    return next((i for i, c in enumerate(text) if i and not _is_name(c)), len(text))
