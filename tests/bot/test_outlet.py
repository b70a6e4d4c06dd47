"""Posts become messages: what was made here goes along, what Telegram has is named."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.outlet import TelegramOutlet
from bot.pacing import Pacer
from bot.sending import Pace, Paced
from bot.shelves import Shelves
from bot.transport import AiohttpRequest
from commands.kit import Document, File, Kept, Photo, Picture, Post, Quiz, button, pack
from simulator.http import Running
from simulator.world import html_styles, html_text
from tests.vocabulary import ManualClock, Person, photo
from tests.vocabulary.files import taken_somewhere
from tests.vocabulary.reading import labels

AGAIN = ((button(Markup("再来"), pack("test.again", 1)),),)


@pytest.fixture
def ann(simulator: Running, clock: ManualClock) -> Person:
    """Somebody who has pressed Start."""
    person = simulator.world.add_person("安然").id
    simulator.world.start(person)
    return Person(simulator.world, clock, person, person)


@pytest.fixture
async def outlet(simulator: Running, tmp_path: Path) -> AsyncIterator[TelegramOutlet]:
    clock = SystemClock()  # a turn is waited for, and nobody moves time here
    bot: ExtBot[Pace] = ExtBot(
        simulator.token,
        base_url=f"{simulator.url}/bot",
        request=AiohttpRequest(2),
        rate_limiter=Paced(clock, Pacer(clock)),
    )
    async with bot:
        yield TelegramOutlet(bot, Shelves(tmp_path))


async def test_a_file_has_its_name_its_bytes_a_caption_and_buttons(
    outlet: TelegramOutlet, ann: Person
) -> None:
    data = bytes(range(256)) * 300
    post = Post(Markup("<b>通知 12 号</b>"), AGAIN, document=Document("通知12-例会.xlsx", data))
    (message_id,) = await outlet.send(ann.id, post, None)
    message = await ann.sees("通知 12 号")
    assert message["message_id"] == message_id
    assert message["document"]["file_name"] == "通知12-例会.xlsx"
    assert message["caption_entities"][0]["type"] == "bold"
    assert labels(message) == ["再来"]
    assert ann.world.file(message["document"]["file_id"]) == data


async def test_a_server_that_knows_no_moments_gets_the_words_alone(
    outlet: TelegramOutlet, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office may run its own server of the Bot API, and an old one."""
    monkeypatch.setattr(html_text, "TAGS", html_styles.TAGS - {"tg-time"})
    text = Markup('<b>截止</b> <tg-time unix="1787220000" format="r">到点自动截止</tg-time>')
    (message_id,) = await outlet.send(ann.id, Post(text), None)
    message = await ann.sees("截止 到点自动截止")
    assert [one["type"] for one in message["entities"]] == ["bold"]
    await outlet.edit(ann.id, message_id, Post(text + "！"))
    await ann.sees("截止 到点自动截止！")


async def test_a_picture_of_ours_and_a_photo_of_telegrams_are_both_photos(
    outlet: TelegramOutlet, ann: Person
) -> None:
    await outlet.send(ann.id, Post(Markup("看板"), AGAIN, photos=(Picture(photo("a")),)), None)
    known = (await ann.sees("看板"))["photo"][-1]["file_id"]
    both = (Picture(photo("b")), Photo(known))
    await outlet.send(ann.id, Post(Markup("两张"), photos=both), None)
    first = await ann.sees("两张")
    album = [one for one in ann.world.messages(ann.id) if "media_group_id" in one]
    assert len(album) == 2
    assert album[0]["message_id"] == first["message_id"]
    assert album[1]["photo"][-1]["file_id"] == known


async def test_files_that_telegram_has_go_as_an_album_or_alone(
    outlet: TelegramOutlet, ann: Person
) -> None:
    sent = [("photo", "", photo("a")), ("video", "花絮.mp4", b"film")]
    await ann.sends_files(sent)
    await ann.sends_files([("document", "方案.docx", b"x")])
    ids = [_file_of(message) for message in ann.world.messages(ann.id)[-3:]]
    album = await outlet.send(ann.id, Post(Markup("一起"), files=tuple(ids[:2])), None)
    alone = await outlet.send(ann.id, Post(Markup("附件"), files=(ids[2],)), None)
    shown = [ann.world.message(ann.id, number) for number in (*album, *alone)]
    assert [_file_of(message) for message in shown] == ids
    assert [message.get("caption") for message in shown] == ["一起", None, "附件"]
    assert shown[0]["media_group_id"] == shown[1]["media_group_id"]
    await outlet.delete(ann.id, album)
    await outlet.delete(ann.id, alone)
    assert not any(one["message_id"] in album + alone for one in ann.world.messages(ann.id))


async def test_a_message_with_one_photo_turns_to_another(
    outlet: TelegramOutlet, ann: Person, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(taken_somewhere())
    (number,) = await outlet.send(ann.id, Post(Markup("一"), AGAIN, (Picture(photo(1)),)), None)
    kept = Post(Markup("<b>二</b>"), AGAIN, (Kept("a.jpg"),))
    await outlet.edit(ann.id, number, kept)
    shown = ann.world.message(ann.id, number)
    assert (shown["caption"], labels(shown)) == ("二", ["再来"])
    assert shown["photo"][-1]["width"] == 320
    same = Photo(shown["photo"][-1]["file_id"])
    for _ in range(2):
        await outlet.edit(ann.id, number, Post(Markup("三"), (), (same,)))
    assert "reply_markup" not in ann.world.message(ann.id, number)


async def test_photos_that_are_gone_from_the_disk_leave_the_words(
    outlet: TelegramOutlet, ann: Person
) -> None:
    await outlet.send(ann.id, Post(Markup("只有文字"), photos=(Kept("gone.jpg"),)), None)
    assert "photo" not in await ann.sees("只有文字")


async def test_an_answer_to_a_message_that_is_gone_still_arrives(
    outlet: TelegramOutlet, ann: Person
) -> None:
    await outlet.send(ann.id, Post(Markup("表格"), document=Document("a.xlsx", b"1")), 999)
    assert "reply_to_message" not in await ann.sees("表格")


def _file_of(message: dict[str, Any]) -> File:
    kind = next(one for one in ("photo", "video", "document") if one in message)
    content = message[kind]
    return File(kind, (content[-1] if kind == "photo" else content)["file_id"])


async def test_a_quiz_is_for_one_person_and_is_known_by_its_poll(
    outlet: TelegramOutlet, ann: Person
) -> None:
    quiz = Quiz("几联动？", ("三", "五"), right=1, explanation="五联动：党群教育等。")
    sent = await outlet.deliver(ann.id, Post(Markup(), AGAIN, quiz=quiz), None)
    message = ann.world.message(ann.id, sent.message_ids[0])
    poll = message["poll"]
    assert (poll["id"], poll["type"], poll["is_anonymous"]) == (sent.poll_id, "quiz", False)
    assert (poll["correct_option_ids"], poll["explanation"]) == ([1], quiz.explanation)
    assert message["has_protected_content"]
    assert labels(message) == ["再来"]
