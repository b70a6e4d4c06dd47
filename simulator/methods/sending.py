"""sendMessage and what all sending has in common; places, contacts, chat actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.keyboards import client_markup, inline_markup
from simulator.methods.params import Params
from simulator.methods.target import chat_of, count_against_flood, message_of, writable_chat
from simulator.methods.words import text_of
from simulator.world.refusal import bad
from simulator.world.values import Envelope

if TYPE_CHECKING:
    from simulator.world.values import Chat, Json
    from simulator.world.world import World

# Bot API, sendChatAction.
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
# Bot API, Location: degrees.
LATITUDES, LONGITUDES = 90, 180


def send_message(world: World, params: Params) -> Json:
    return send(world, params, text_of(world, params))


def send(world: World, params: Params, content: Json) -> Json:
    """Posts the bot's message with everything that can go with any kind of it."""
    chat = writable_chat(world, params)
    envelope = envelope_of(world, chat, params)
    markup = inline_markup(params)
    content = content | protection(params) | external_reply(world, chat, params)
    content |= {"reply_markup": markup} if markup else {}
    count_against_flood(world, chat)
    return world.shown(world.post(chat, world.bot.id, content, envelope))


def protection(params: Params) -> Json:
    return {"has_protected_content": True} if params.flag("protect_content") else {}


def envelope_of(world: World, chat: Chat, params: Params) -> Envelope:
    """What the message answers and the topic it goes to."""
    reply_to = replied(chat, params)
    thread = params.integer("message_thread_id")
    if thread is None and reply_to:
        thread = chat.messages[reply_to].json.get("message_thread_id")
    if thread:
        check_topic(world, chat, thread)
    return Envelope(reply_to, thread, client_markup=client_markup(params))


def replied(chat: Chat, params: Params) -> int | None:
    """The message to reply to, if it is still there."""
    reply = Params(params.object("reply_parameters") or {}, {})
    number = reply.integer("message_id") or params.integer("reply_to_message_id")
    if reply.integer("chat_id") not in {None, chat.id}:
        return None
    if not number or number in chat.messages:
        return number
    if any(one.flag("allow_sending_without_reply") for one in (reply, params)):
        return None
    raise bad("message to be replied not found")


def external_reply(world: World, chat: Chat, params: Params) -> Json:
    """A reply to a message of another chat."""
    reply = Params(params.object("reply_parameters") or {}, {})
    if reply.integer("chat_id") in {None, chat.id}:
        return {}
    other = chat_of(world, reply)
    message = message_of(other, reply, "be replied")
    where = {"chat": world.chat_json(other), "message_id": message.id}
    return {"external_reply": where | {"origin": world.origin(message)}}


def check_topic(world: World, chat: Chat, thread: int) -> None:
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad("message thread not found")
    if topic.closed and not chat.member(world.bot.id).may("can_manage_topics"):
        raise bad("TOPIC_CLOSED")


def send_location(world: World, params: Params) -> Json:
    return send(world, params, {"location": location_of(params)})


def location_of(params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if abs(latitude) > LATITUDES or abs(longitude) > LONGITUDES:
        raise bad("wrong coordinates specified")
    return {"latitude": latitude, "longitude": longitude}


def send_venue(world: World, params: Params) -> Json:
    title, address = params.text("title"), params.text("address")
    if not title:
        raise bad("venue title must be non-empty")
    if not address:
        raise bad("venue address must be non-empty")
    location = location_of(params)
    venue = {"location": location, "title": title, "address": address}
    return send(world, params, {"venue": venue, "location": location})


def send_contact(world: World, params: Params) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: params.text(name) for name in names if params.text(name)}
    if "phone_number" not in contact:
        raise bad("phone number is empty")
    if "first_name" not in contact:
        raise bad("first name is empty")
    return send(world, params, {"contact": contact})


def send_chat_action(world: World, params: Params) -> bool:
    chat = writable_chat(world, params)
    action = params.text("action")
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.tell("action", chat.id, {"action": action})
    return True


METHODS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
}
