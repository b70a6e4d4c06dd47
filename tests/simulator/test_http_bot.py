"""The real library as the bot: messages, files, edits, refusals, over HTTP."""

import asyncio

import pytest
from telegram import InputMediaPhoto, InputPollOption, Update
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, CommandHandler, ContextTypes

from simulator.http import Running
from simulator.world import World
from tests.simulator.http_scene import bot_of
from tests.vocabulary import ManualClock, Person, photo


@pytest.fixture(autouse=True)
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns of `retry_after` as a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def ann(world: World, clock: ManualClock) -> Person:
    """安然, in her chat with the bot."""
    person = world.add_person("安然", language_code="zh-hans").id
    world.start(person)
    world.updates.clear()
    return Person(world, clock, person, person)


async def test_a_polling_application_answers(simulator: Running, ann: Person) -> None:
    async def greet(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.effective_message is not None
        assert update.effective_user is not None
        await update.effective_message.reply_text(f"你好，{update.effective_user.first_name}")

    builder = Application.builder().token(simulator.token).base_url(f"{simulator.url}/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", greet))
    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        await ann.starts()
        await ann.sees("你好，安然")
        await application.updater.stop()
        await application.stop()


async def test_photos_come_back_as_they_were_sent(simulator: Running, ann: Person) -> None:
    async with bot_of(simulator) as bot:
        message = await bot.send_photo(ann.id, photo("one"), caption="一张")
        file = await bot.get_file(message.photo[-1].file_id)
        downloaded = await file.download_as_bytearray()
    assert message.caption == "一张"
    assert bytes(downloaded) == simulator.world.file(file.file_id)


async def test_a_document_keeps_its_name_and_its_bytes(simulator: Running, ann: Person) -> None:
    async with bot_of(simulator) as bot:
        message = await bot.send_document(ann.id, b"\x00\xff" * 70_000, filename="通知.bin")
        assert message.document is not None
        file = await bot.get_file(message.document)
        downloaded = await file.download_as_bytearray()
    assert message.document.file_name == "通知.bin"
    assert bytes(downloaded) == b"\x00\xff" * 70_000


async def test_an_album_is_one_group_of_messages(simulator: Running, ann: Person) -> None:
    async with bot_of(simulator) as bot:
        album = [InputMediaPhoto(photo(number)) for number in range(3)]
        messages = await bot.send_media_group(ann.id, album, caption="三张")
    assert [message.caption for message in messages] == ["三张", None, None]
    assert len({message.media_group_id for message in messages}) == 1


async def test_an_edit_is_seen_and_the_same_again_is_refused(
    simulator: Running, ann: Person
) -> None:
    async with bot_of(simulator) as bot:
        message = await bot.send_message(ann.id, "0/20")
        await bot.edit_message_text("1/20", ann.id, message.message_id)
        assert (await ann.sees("1/20"))["edit_date"]
        with pytest.raises(BadRequest) as caught:
            await bot.edit_message_text("1/20", ann.id, message.message_id)
    assert caught.value.message == (
        "Message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>通知", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
        ("字" * 4097, "Message is too long"),
        (" ", "Message text is empty"),
    ],
)
async def test_what_cannot_be_sent_is_refused_in_telegrams_words(
    simulator: Running, ann: Person, text: str, words: str
) -> None:
    async with bot_of(simulator) as bot:
        with pytest.raises(BadRequest) as caught:
            await bot.send_message(ann.id, text, parse_mode="HTML")
    assert caught.value.message.lower() == words.lower()


async def test_chats_that_are_not_there_or_not_open(simulator: Running, world: World) -> None:
    stranger = world.add_person("路人").id
    async with bot_of(simulator) as bot:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(404, "？")
        with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
            await bot.send_message(stranger, "？")


async def test_a_wrong_token_is_unauthorized(simulator: Running) -> None:
    async with bot_of(simulator, "1:wrong") as bot:
        with pytest.raises(InvalidToken):
            await bot.get_me()


async def test_a_flood_says_how_long_to_wait(simulator: Running, ann: Person) -> None:
    simulator.world.rules.flood = True
    async with bot_of(simulator) as bot:
        for number in range(3):
            await bot.send_message(ann.id, f"{number}")
        with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
            await bot.send_message(ann.id, "3")


async def test_a_press_is_answered(simulator: Running, ann: Person) -> None:
    async with bot_of(simulator) as bot:
        message = await bot.send_message(ann.id, "收到吗？")
        toast = asyncio.create_task(ann.forges("收到", message.message_id))
        (update,) = await bot.get_updates(timeout=5)
        assert update.callback_query is not None
        await update.callback_query.answer("谢谢")
        assert await toast == "谢谢"


async def test_a_vote_comes_with_its_poll(simulator: Running, ann: Person) -> None:
    async with bot_of(simulator) as bot:
        options = [InputPollOption("来"), InputPollOption("不来")]
        message = await bot.send_poll(ann.id, "来吗？", options, is_anonymous=False)
        ann.world.vote(ann.id, ann.id, message.message_id, [1])
        answers = [update.poll_answer for update in await bot.get_updates()]
    assert [answer.option_ids for answer in answers if answer] == [(1,)]
