"""Text and captions of a request, parsed and within Telegram's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.params import Params
from simulator.world import entities
from simulator.world.refusal import bad
from simulator.world.speech import CAPTION_LIMIT, TEXT_LIMIT
from simulator.world.utf16 import units

if TYPE_CHECKING:
    from simulator.world.values import Json
    from simulator.world.world import World


def text_of(world: World, params: Params) -> Json:
    """`text` with its `entities`; the limit counts after parsing."""
    text, found = formatted(world, params, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    previews = params.object("link_preview_options")
    options = {"link_preview_options": previews} if previews else {}
    return {"text": text} | ({"entities": found} if found else {}) | options


def caption_of(world: World, params: Params) -> Json:
    """`caption` with its `caption_entities`; nothing when there is none."""
    text, found = formatted(world, params, "caption", "caption_entities")
    if units(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    if not text:
        return {}
    above = {"show_caption_above_media": True} if params.flag("show_caption_above_media") else {}
    return {"caption": text} | ({"caption_entities": found} if found else {}) | above


def formatted(world: World, params: Params, name: str, marks: str) -> entities.Parsed:
    text, found = entities.parse(
        params.text(name), params.text("parse_mode"), params.objects(marks)
    )
    return text, [one for one in (introduced(world, entity) for entity in found) if one]


def introduced(world: World, entity: Json) -> Json | None:
    """A mention of a person bears the whole `User`; one of a stranger is plain text."""
    if entity["type"] != "text_mention":
        return entity
    person = Params(entity, {}).object("user") or {}
    known = world.people.get(Params(person, {}).integer("id") or 0)
    return entity | {"user": known.user()} if known else None
