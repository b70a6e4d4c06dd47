"""`reply_markup`: what Telegram takes, and which of it a `Message` bears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.methods.params import Params
from simulator.world.addresses import normal_address, valid_address
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.world.values import Json

# Bot API: callback_data 1-64 bytes.
DATA_LIMIT = 64
# Telegram: an inline keyboard has at most 100 buttons.
BUTTONS_LIMIT = 100
# Bot API, InlineKeyboardButton: a button does exactly one of these.
ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
LOOKS = frozenset({"text", "icon_custom_emoji_id", "style"})
# Clients show these, but no Message bears them.
CLIENT_SIDE = ("force_reply", "keyboard", "remove_keyboard")


def inline_markup(params: Params) -> Json | None:
    """The InlineKeyboardMarkup of the request, checked; None for an empty or another one."""
    markup = params.object("reply_markup") or {}
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard: array of arrays of buttons expected")
    checked = [[button(one) for one in row] for row in rows if row]
    if sum(map(len, checked)) > BUTTONS_LIMIT:
        raise bad("reply markup is too long")
    return {"inline_keyboard": checked} if checked else None


def client_markup(params: Params) -> Json | None:
    """A ForceReply or a reply keyboard."""
    markup = params.object("reply_markup") or {}
    return markup if any(markup.get(name) for name in CLIENT_SIDE) else None


def button(given: Any) -> Json:  # noqa: ANN401 -- whatever JSON the bot sent
    if not isinstance(given, dict):
        raise bad("can't parse inline keyboard button: object expected")
    fields = Params(given, {})
    if not fields.text("text").strip():
        raise bad('can\'t parse inline keyboard button: field "text" must be a non-empty string')
    actions = ACTIONS & given.keys()
    if not actions:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    kept = {name: value for name, value in given.items() if name in ACTIONS | LOOKS}
    if "callback_data" in kept:
        check_data(fields.text("callback_data"))
    if "url" in kept:
        kept["url"] = checked_address(fields.text("url"))
    return kept


def check_data(data: str) -> None:
    if not 1 <= len(data.encode()) <= DATA_LIMIT:
        raise bad("BUTTON_DATA_INVALID")


def checked_address(address: str) -> str:
    if not valid_address(address):
        raise bad(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    return normal_address(address)
