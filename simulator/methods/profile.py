"""The bot's commands, names, descriptions and menu button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.params import Params
from simulator.methods.target import chat_of
from simulator.world.menu import DEFAULT, PLAIN_SCOPES
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.world.menu import Key
    from simulator.world.values import Json
    from simulator.world.world import World

# Bot API, setMyName, setMyDescription, setMyShortDescription.
NAME_LIMIT = 64
DESCRIPTION_LIMIT = 512
SHORT_DESCRIPTION_LIMIT = 120
MENU_BUTTONS = frozenset({"commands", "web_app", "default"})
# Bot API: `language_code` is a two-letter ISO 639-1 code.
CODE_LENGTH = 2


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.objects("commands")
    if commands is None:
        raise bad("commands are not specified")
    world.menu.set(scope(world, params), language(params), commands)
    world.tell("commands", None, {})
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.menu.get(scope(world, params), language(params))


def delete_my_commands(world: World, params: Params) -> bool:
    world.menu.delete(scope(world, params), language(params))
    world.tell("commands", None, {})
    return True


def scope(world: World, params: Params) -> Key:
    """The Bot API's `BotCommandScope` as a key of the menu."""
    given = params.object("scope")
    if given is None:
        return DEFAULT
    fields = Params(given, {})
    kind = fields.text("type")
    if kind in PLAIN_SCOPES:
        return (kind, 0, 0)
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad("unsupported type of BotCommandScope specified")
    member = fields.integer("user_id") if kind == "chat_member" else 0
    return (kind, chat_of(world, fields).id, member or 0)


def language(params: Params) -> str:
    code = params.text("language_code")
    if code and not (len(code) == CODE_LENGTH and code.isascii() and code.islower()):
        raise bad("invalid language code specified")
    return code


def set_my_name(world: World, params: Params) -> bool:
    """An empty name takes the language's own away."""
    name = describe(world, params, "name", NAME_LIMIT)
    if name and not language(params):
        world.bot.first_name = name
        world.tell("people", None, world.bot.user())
    return True


def set_my_description(world: World, params: Params) -> bool:
    describe(world, params, "description", DESCRIPTION_LIMIT)
    return True


def set_my_short_description(world: World, params: Params) -> bool:
    describe(world, params, "short_description", SHORT_DESCRIPTION_LIMIT)
    return True


def describe(world: World, params: Params, kind: str, limit: int) -> str:
    text = params.text(kind)
    if len(text) > limit:
        raise bad(f"bot {kind.replace('_', ' ')} is too long")
    world.profile[kind, language(params)] = text
    return text


def set_chat_menu_button(world: World, params: Params) -> bool:
    if "chat_id" in params:
        chat_of(world, params)
    button = Params(params.object("menu_button") or {"type": "default"}, {})
    if button.text("type") not in MENU_BUTTONS:
        raise bad("unsupported type of MenuButton specified")
    return True


METHODS = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "setMyDescription": set_my_description,
    "setMyShortDescription": set_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
}
