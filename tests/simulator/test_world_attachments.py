"""What people send besides words: photos, albums, files, places, contacts."""

from io import BytesIO

import pytest
from PIL import Image

from simulator.world import Refusal
from tests.simulator.world_scene import Scene, picture


def test_one_photo_is_a_plain_message_in_several_sizes() -> None:
    scene = Scene()
    (number,) = scene.world.send_photos(scene.ann, scene.group, [picture(2000, 1000)], "义诊")
    message = scene.update("message")
    assert (message["message_id"], message["caption"]) == (number, "义诊")
    assert "media_group_id" not in message
    sides = [(size["width"], size["height"]) for size in message["photo"]]
    assert sides == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    largest = Image.open(BytesIO(scene.world.file(message["photo"][-1]["file_id"])))
    assert largest.size == (1280, 640)


def test_a_small_photo_is_never_made_larger() -> None:
    scene = Scene()
    scene.world.send_photos(scene.ann, scene.group, [picture(200, 100)])
    assert [size["width"] for size in scene.update("message")["photo"]] == [90, 200]


def test_a_photo_loses_what_the_camera_noted() -> None:
    scene = Scene()
    written, notes = BytesIO(), Image.Exif()
    notes[0x010F] = "camera"
    Image.new("RGB", (40, 30)).save(written, "JPEG", exif=notes)
    scene.world.send_photos(scene.ann, scene.group, [written.getvalue()])
    kept = scene.world.file(scene.update("message")["photo"][-1]["file_id"])
    assert not Image.open(BytesIO(kept)).getexif()


def test_an_album_is_one_update_a_photo_in_the_wanted_order() -> None:
    scene = Scene()
    numbers = scene.world.send_photos(
        scene.ann, scene.group, [picture()] * 3, "花絮", order=[2, 0, 1], first=1
    )
    messages = [update["message"] for update in scene.updates()]
    assert [one["message_id"] for one in messages] == [numbers[2], numbers[0], numbers[1]]
    assert len({one["media_group_id"] for one in messages}) == 1
    assert [one.get("caption") for one in messages] == [None, None, "花絮"]


def test_brothers_of_an_album_may_come_late() -> None:
    scene = Scene()
    album = scene.world.begin_album(scene.ben, scene.group, "花絮")
    first = album.add(picture())
    scene.clock.time += 11
    second = album.add(picture())
    one, other = (update["message"] for update in scene.updates())
    assert (one["message_id"], other["message_id"]) == (first, second)
    assert one["media_group_id"] == other["media_group_id"]
    assert other["date"] - one["date"] == 11
    assert (one["caption"], "caption" in other) == ("花絮", False)


def test_files_in_one_go_are_an_album_and_documents_keep_among_themselves() -> None:
    scene = Scene()
    two = [("document", "名单.csv", b"a,b"), ("document", "方案.txt", b"x")]
    scene.world.send_files(scene.ann, scene.group, two, "请看附件")
    first, second = (update["message"] for update in scene.updates())
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["document"]["file_name"], first["caption"]) == ("名单.csv", "请看附件")
    mixed = [("photo", "", picture()), ("video", "a.mp4", b"film")]
    scene.world.send_files(scene.ann, scene.group, mixed)
    assert ["photo" in one["message"] for one in scene.updates()] == [True, False]
    scene.world.send_files(scene.ann, scene.group, two[:1])
    assert "media_group_id" not in scene.update("message")
    with pytest.raises(Refusal, match="documents only by themselves"):
        scene.world.send_files(scene.ann, scene.group, [*two, *mixed])


def test_files_places_and_contacts_have_the_documented_form() -> None:
    scene = Scene()
    world, ann, group = scene.world, scene.ann, scene.group
    world.send_document(ann, group, b"a,b", "名单.csv", "名单")
    world.send_video(ann, group, b"film")
    world.send_location(ann, group, 39.9, 116.4)
    world.send_venue(ann, group, 39.9, 116.4, title="活动室", address="刘寨 1 号")
    world.send_contact(ann, group, "+8613800000000", "本叔", user_id=scene.ben)
    messages = [update["message"] for update in scene.updates()]
    kinds = ["document", "video", "location", "venue", "contact"]
    assert all(kind in message for kind, message in zip(kinds, messages, strict=True))
    assert world.file(messages[0]["document"]["file_id"]) == b"a,b"
    assert messages[0]["document"]["mime_type"] == "text/csv"


def test_what_is_no_picture_is_refused() -> None:
    scene = Scene()
    with pytest.raises(Refusal, match="IMAGE_PROCESS_FAILED"):
        scene.world.send_photos(scene.ann, scene.group, [b"no picture"])
