"""Photos, documents, videos and albums that the bot sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.params import Params
from simulator.methods.sending import envelope_of, protection, send
from simulator.methods.target import count_against_flood, writable_chat
from simulator.methods.words import caption_of
from simulator.world.files import PHOTO_LIMIT, UPLOAD_LIMIT
from simulator.world.refusal import bad
from simulator.world.values import Refusal

if TYPE_CHECKING:
    from simulator.world.values import Json, Upload
    from simulator.world.world import World

# Bot API, sendMediaGroup.
ALBUM = range(2, 11)
KINDS = ("photo", "video", "document")
# A video's measures when the bot does not give them.
VIDEO = {"width": 640, "height": 480, "duration": 1}


def send_photo(world: World, params: Params) -> Json:
    return send_file(world, params, "photo")


def send_document(world: World, params: Params) -> Json:
    return send_file(world, params, "document")


def send_video(world: World, params: Params) -> Json:
    return send_file(world, params, "video")


def send_file(world: World, params: Params, kind: str) -> Json:
    writable_chat(world, params)
    return send(world, params, media(world, params, kind, kind) | caption_of(world, params))


def send_media_group(world: World, params: Params) -> list[Json]:
    """An album: one message each, all with one media_group_id, sent together or not at all."""
    chat = writable_chat(world, params)
    items = params.objects("media") or []
    if len(items) not in ALBUM:
        raise bad("an album must have 2-10 items")
    if len({item.get("type") == "document" for item in items}) > 1:
        raise bad("document can't be mixed with other media types")
    contents = [input_media(world, item, params) for item in items]
    envelope = envelope_of(world, chat, params)
    count_against_flood(world, chat, len(items))
    common = {"media_group_id": world.album_id()} | protection(params)
    posted = [world.post(chat, world.bot.id, one | common, envelope) for one in contents]
    return [world.shown(message) for message in posted]


def input_media(world: World, item: Json, params: Params) -> Json:
    """What an `InputMedia` comes to: its file, and its caption."""
    kind = item.get("type", "")
    if kind not in KINDS:
        raise bad(f'type "{kind}" of the media is unsupported')
    own = Params(item, params.files)
    return media(world, own, kind, "media") | caption_of(world, own)


def media(world: World, params: Params, kind: str, name: str) -> Json:
    """The file under this parameter: uploaded with the request, or known by its id."""
    upload = uploaded(params, name)
    if upload:
        stored = store(world, params, kind, upload)
    else:
        stored = known_file(world, kind, params.text(name))
    spoiler = {"has_media_spoiler": True} if params.flag("has_spoiler") else {}
    return {kind: stored} | spoiler


def uploaded(params: Params, name: str) -> Upload | None:
    """An upload is the field itself, or what `attach://field` points at."""
    reference = params.values.get(name)
    if isinstance(reference, str) and reference.startswith("attach://"):
        attached = params.files.get(reference.removeprefix("attach://"))
        if attached is None:
            raise bad("attached file not found in the request")
        return attached
    return params.files.get(name)


def store(world: World, params: Params, kind: str, upload: Upload) -> Json | list[Json]:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > UPLOAD_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo":
        if len(upload.data) > PHOTO_LIMIT:
            raise bad("file is too big for a photo")
        return world.files.photo(upload.data)
    if kind == "video":
        about = {name: params.integer(name) or usual for name, usual in VIDEO.items()}
        return world.files.video(upload.data, upload.filename, about)
    return world.files.document(upload.data, upload.filename)


def known_file(world: World, kind: str, reference: str) -> Json | list[Json]:
    if not reference:
        raise bad(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    known, described = world.files.described.get(reference, ("", {}))
    if not known:
        raise bad("wrong file identifier/HTTP URL specified")
    if known != kind:
        raise bad(f"can't use file of type {known.title()} as {kind.title()}")
    return described


METHODS = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVideo": send_video,
    "sendMediaGroup": send_media_group,
}
