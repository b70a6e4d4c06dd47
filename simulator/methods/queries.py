"""Answers to pressed buttons, and the bot's own reactions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from simulator.methods.target import chat_of, message_of
from simulator.world.refusal import bad
from simulator.world.utf16 import units

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Query
    from simulator.world.world import World

# Bot API, answerCallbackQuery: 0-200 characters.
ANSWER_LIMIT = 200
# Telegram's clients stop waiting for an answer after this many seconds.
PATIENCE = 15
# Bot API, ReactionTypeEmoji; without the variation selectors.
EMOJIS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 "
    "⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 "
    "🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)


def answer_callback_query(world: World, params: Params) -> bool:
    """Shows the person a notice; a second answer replaces the first."""
    query = open_query(world, params.text("callback_query_id"))
    text, url = params.text("text"), params.text("url")
    if units(text) > ANSWER_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    if url and not opens_bot(world, url):
        raise bad("URL_INVALID")
    query.answer = {"text": text, "show_alert": params.flag("show_alert"), "url": url}
    told = {"query": query.id, "person": query.person} | query.answer
    world.tell("answer", query.chat, told)
    return True


def opens_bot(world: World, url: str) -> bool:
    """Bot API, answerCallbackQuery: only links like t.me/your_bot?start=XXXX open."""
    parts = urlsplit(url)
    own = parts.path.strip("/").lower() == world.bot.username.lower()
    return parts.scheme in {"http", "https"} and parts.hostname == "t.me" and own


def open_query(world: World, query_id: str) -> Query:
    """The query, while somebody still waits for its answer."""
    query = world.queries.get(query_id)
    stale = query and world.rules.stale_callbacks and world.now() - query.asked > PATIENCE
    if query is None or stale:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    return query


def set_message_reaction(world: World, params: Params) -> bool:
    """Sets the bot's one reaction, or takes it away."""
    message = message_of(chat_of(world, params), params, "react")
    given = params.objects("reaction") or []
    # Bot API, setMessageReaction: bots can set up to one reaction per message.
    if len(given) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = str(given[0].get("emoji", "")).rstrip("\ufe0f") if given else ""
    if given and emoji not in EMOJIS.split():
        raise bad("REACTION_INVALID")
    world.react(world.bot.id, message.chat, message.id, emoji)
    return True


METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "setMessageReaction": set_message_reaction,
}
