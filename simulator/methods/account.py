"""The bot itself: who it is, how it gets its updates and files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from simulator.world.files import DOWNLOAD_LIMIT
from simulator.world.refusal import bad
from simulator.world.updates import LIMIT
from simulator.world.values import Refusal

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Json
    from simulator.world.world import World

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
# Bot API, getMe: what only the bot's own User bears.
ABILITIES = {
    "can_join_groups": True,
    "supports_guest_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
    "has_topics_enabled": False,
    "allows_users_to_create_topics": False,
    "can_manage_bots": False,
    "supports_join_request_queries": False,
}
# Bot API, setWebhook: connections when nothing is said.
CONNECTIONS = 40


def get_me(world: World, _params: Params) -> Json:
    told = {
        "can_read_all_group_messages": not world.rules.privacy,
        "supports_inline_queries": world.rules.inline,
    }
    return world.bot.user() | ABILITIES | told


def get_updates(world: World, params: Params) -> list[Json]:
    """What waits right now; waiting for more is the server's part."""
    if world.webhook:
        raise Refusal(409, WEBHOOK_ACTIVE)
    set_allowed(world, params)
    world.updates.confirm(params.integer("offset") or 0)
    limit = params.integer("limit")
    return world.updates.take(LIMIT if limit is None else limit)


def set_allowed(world: World, params: Params) -> None:
    """`allowed_updates` sticks until it is given again; an empty list is the default."""
    allowed = params.array("allowed_updates")
    if allowed is not None:
        world.updates.allowed = [str(kind) for kind in allowed]


def set_webhook(world: World, params: Params) -> bool:
    url = params.text("url")
    if not url:
        return delete_webhook(world, params)
    if urlsplit(url).scheme not in {"http", "https"}:
        raise bad("bad webhook: invalid webhook URL specified")
    set_allowed(world, params)
    drop_pending(world, params)
    world.webhook = {
        "url": url,
        "has_custom_certificate": False,
        "max_connections": params.integer("max_connections") or CONNECTIONS,
        "secret_token": params.text("secret_token"),
    }
    return True


def delete_webhook(world: World, params: Params) -> bool:
    drop_pending(world, params)
    world.webhook = {}
    return True


def drop_pending(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.clear()


def get_webhook_info(world: World, _params: Params) -> Json:
    known = {name: value for name, value in world.webhook.items() if name != "secret_token"}
    empty = {"url": "", "has_custom_certificate": False}
    allowed = {"allowed_updates": world.updates.allowed} if world.updates.allowed else {}
    return empty | known | allowed | {"pending_update_count": len(world.updates.waiting)}


def log_out(_world: World, _params: Params) -> bool:
    return True


def get_file(world: World, params: Params) -> Json:
    file_id = params.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    if file_id not in world.files.paths:
        raise bad("wrong file_id or the file is temporarily unavailable")
    about = world.files.about(file_id)
    if about["file_size"] > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return about


METHODS = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": log_out,
    "close": log_out,
    "getFile": get_file,
}
