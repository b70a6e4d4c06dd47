"""The bot's commands by scope and language, and which of them a person sees."""

import re

from simulator.world.refusal import bad
from simulator.world.values import Chat, Json

Key = tuple[str, int, int]
DEFAULT: Key = ("default", 0, 0)

# Bot API, setMyCommands and BotCommand.
COMMANDS_LIMIT = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_LIMIT = 256
PLAIN_SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)


class Menu:
    """What setMyCommands has set."""

    def __init__(self) -> None:
        self.lists: dict[tuple[Key, str], list[Json]] = {}

    def set(self, key: Key, language: str, commands: list[Json]) -> None:
        if len(commands) > COMMANDS_LIMIT:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.lists[key, language] = [checked(command) for command in commands]

    def get(self, key: Key, language: str) -> list[Json]:
        return self.lists.get((key, language), [])

    def delete(self, key: Key, language: str) -> None:
        self.lists.pop((key, language), None)

    def seen(self, chat: Chat, person: int, language: str) -> list[Json]:
        """The first list that is set, in Telegram's order of scopes, the language's own first.

        Bot API, "Determining list of commands".
        """
        for key in scopes(chat, person):
            for tongue in (language.partition("-")[0], ""):
                if (key, tongue) in self.lists:
                    return self.lists[key, tongue]
        return []


def scopes(chat: Chat, person: int) -> list[Key]:
    if chat.type == "private":
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), DEFAULT]
    general: list[Key] = [("all_group_chats", 0, 0), DEFAULT]
    narrow: list[Key] = [("chat_member", chat.id, person)]
    if chat.member(person).administers:
        narrow.append(("chat_administrators", chat.id, 0))
        general.insert(0, ("all_chat_administrators", 0, 0))
    return [*narrow, ("chat", chat.id, 0), *general]


def checked(command: Json) -> Json:
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= DESCRIPTION_LIMIT:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
