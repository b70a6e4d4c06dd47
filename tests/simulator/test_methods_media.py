"""Photos, files and albums that the bot sends."""

import json
from pathlib import Path

import pytest

from simulator.world import World
from tests.simulator.world_scene import Clock, Scene, picture, upload

MIXED = [{"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://a"}]


def test_a_photo_is_uploaded_once_and_sent_again_by_its_id() -> None:
    scene = Scene()
    sent = scene.call(
        "sendPhoto", {"photo": upload(picture(400, 300))}, chat_id=scene.group, caption="#义诊"
    )
    assert sent["caption_entities"][0]["type"] == "hashtag"
    file_id = sent["photo"][-1]["file_id"]
    again = scene.call("sendPhoto", chat_id=scene.ann, photo=file_id)
    assert again["photo"] == sent["photo"]
    about = scene.call("getFile", file_id=file_id)
    assert scene.world.files.id_at(about["file_path"]) == file_id
    assert len(scene.world.file(file_id)) == about["file_size"]


@pytest.mark.parametrize(
    ("photo", "description"),
    [
        ("", "there is no photo in the request"),
        ("https://example.com/a.png", "failed to get HTTP URL content"),
        ("unknown", "wrong file identifier/HTTP URL specified"),
        ("attach://missing", "attached file not found in the request"),
    ],
)
def test_photos_that_cannot_be_found(photo: str, description: str) -> None:
    scene = Scene()
    refusal = scene.refused("sendPhoto", chat_id=scene.group, photo=photo)
    assert refusal.description == f"Bad Request: {description}"


@pytest.mark.parametrize(
    ("data", "code", "description"),
    [
        (b"", 400, "Bad Request: file must be non-empty"),
        (b"no picture", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        (picture(2100, 100), 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (bytes((10 << 20) + 1), 400, "Bad Request: file is too big for a photo"),
        (bytes((50 << 20) + 1), 413, "Request Entity Too Large"),
    ],
)
def test_photos_that_telegram_refuses(data: bytes, code: int, description: str) -> None:
    scene = Scene()
    refusal = scene.refused("sendPhoto", {"photo": upload(data)}, chat_id=scene.group)
    assert (refusal.code, refusal.description) == (code, description)


def test_a_caption_has_at_most_1024_units_after_parsing() -> None:
    scene = Scene()
    sent = {"photo": upload(picture())}
    asked = {"chat_id": scene.group, "parse_mode": "HTML"}
    scene.call("sendPhoto", sent, **asked, caption=f"<b>{'好' * 1024}</b>")
    refusal = scene.refused("sendPhoto", sent, **asked, caption="好" * 1025)
    assert refusal.description == "Bad Request: message caption is too long"


def test_a_document_and_a_video() -> None:
    scene = Scene()
    sheet = scene.call(
        "sendDocument", {"document": upload(b"a,b", "名单.csv")}, chat_id=scene.group
    )["document"]
    assert (sheet["file_name"], sheet["file_size"]) == ("名单.csv", 3)
    video = scene.call(
        "sendVideo", {"video": upload(b"film", "a.mp4")}, chat_id=scene.group, width="320"
    )["video"]
    assert (video["width"], video["mime_type"]) == (320, "video/mp4")
    refusal = scene.refused("sendPhoto", chat_id=scene.group, photo=sheet["file_id"])
    assert refusal.description == "Bad Request: can't use file of type Document as Photo"


def test_an_album_is_several_messages_of_one_group() -> None:
    scene = Scene()
    known = scene.call("sendPhoto", {"photo": upload(picture())}, chat_id=scene.group)["photo"]
    media = [
        {"type": "photo", "media": "attach://a", "caption": "<i>花絮</i>", "parse_mode": "HTML"},
        {"type": "photo", "media": known[-1]["file_id"]},
    ]
    sent = scene.call(
        "sendMediaGroup", {"a": upload(picture())}, chat_id=scene.group, media=json.dumps(media)
    )
    assert sent[0]["media_group_id"] == sent[1]["media_group_id"]
    assert sent[0]["caption_entities"][0]["type"] == "italic"
    assert sent[1]["photo"] == known


@pytest.mark.parametrize(
    "media", [MIXED[:1], MIXED[:1] * 11, MIXED, [{"type": "cat", "media": "x"}] * 2]
)
def test_albums_that_telegram_refuses(media: list[dict[str, str]]) -> None:
    scene = Scene()
    refusal = scene.refused(
        "sendMediaGroup", {"a": upload(picture())}, chat_id=scene.group, media=media
    )
    assert refusal.code == 400
    assert scene.world.messages(scene.group) == []


def test_files_over_20_megabytes_cannot_be_fetched() -> None:
    scene = Scene()
    sent = scene.call(
        "sendDocument", {"document": upload(bytes((20 << 20) + 1), "big")}, chat_id=scene.group
    )
    refusal = scene.refused("getFile", file_id=sent["document"]["file_id"])
    assert refusal.description == "Bad Request: file is too big"
    assert scene.refused("getFile", file_id="unknown").code == 400


def test_files_can_lie_in_a_folder(tmp_path: Path) -> None:
    world = World(Clock(), folder=tmp_path)
    person = world.add_person("安然").id
    world.send_document(person, person, b"text", "a.txt")
    file_id = world.messages(person)[0]["document"]["file_id"]
    assert world.file(file_id) == b"text"
    assert [one.read_bytes() for one in tmp_path.rglob("*.txt")] == [b"text"]
