"""getUpdates: what comes, when it comes, and who else may ask."""

import asyncio
from unittest.mock import Mock

import pytest
from telegram.error import Conflict

from simulator.http import Running
from simulator.http.polling import BY_POLL, BY_WEBHOOK
from simulator.world import World
from tests.simulator.http_scene import bot_of, client_of, poll_comes
from tests.vocabulary import photo

HOOK = "http://127.0.0.1:9/hook"


@pytest.fixture
def ann(world: World) -> int:
    """Her private chat is open, and the bot knows it."""
    person = world.add_person("安然").id
    world.start(person)
    world.updates.clear()
    return person


async def test_updates_stay_until_the_offset_passes_them(simulator: Running, ann: int) -> None:
    for number in range(3):
        simulator.world.say(ann, ann, f"{number}")
    async with bot_of(simulator) as bot:
        first = await bot.get_updates(limit=2)
        again = await bot.get_updates(limit=2)
        rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.update_id for update in first] == [update.update_id for update in again]
    assert [update.message.text for update in [*first, *rest] if update.message] == ["0", "1", "2"]


async def test_a_poll_answers_as_soon_as_something_is_said(simulator: Running, ann: int) -> None:
    come = poll_comes(simulator)
    async with bot_of(simulator) as bot:
        poll = asyncio.create_task(bot.get_updates(timeout=50))
        await come.wait()
        simulator.world.say(ann, ann, "在吗")
        (update,) = await poll
    assert update.message is not None
    assert update.message.text == "在吗"
    (asked,) = simulator.world.requests
    assert [one["message"]["text"] for one in asked.answer] == ["在吗"]


async def test_an_album_after_the_newest_offset_comes_whole(simulator: Running, ann: int) -> None:
    come = poll_comes(simulator)
    async with bot_of(simulator) as bot:
        poll = asyncio.create_task(bot.get_updates(offset=-1, timeout=50))
        await come.wait()
        simulator.world.send_photos(ann, ann, [photo(1), photo(2), photo(3)])
        assert len(await poll) == 3


async def test_a_poll_sleeps_while_nothing_comes(
    simulator: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = Mock(return_value=[])
    monkeypatch.setattr(simulator.world.updates, "take", looks)
    async with bot_of(simulator) as bot:
        assert await bot.get_updates(timeout=1) == ()
    assert looks.call_count == 2  # at first, and at the end


async def test_only_allowed_updates_come_until_others_are(simulator: Running, ann: int) -> None:
    async with bot_of(simulator) as bot:
        await bot.get_updates(allowed_updates=["edited_message"])
        message = simulator.world.say(ann, ann, "一")
        simulator.world.edit(ann, ann, message, "二")
        (update,) = await bot.get_updates()
    assert update.edited_message is not None


async def test_the_second_poller_ends_the_first(simulator: Running) -> None:
    come = poll_comes(simulator)
    async with bot_of(simulator) as bot, bot_of(simulator) as other:
        first = asyncio.create_task(bot.get_updates(timeout=50))
        await come.wait()
        assert await other.get_updates() == ()
        with pytest.raises(Conflict) as caught:
            await first
    assert caught.value.message == BY_POLL


async def test_a_webhook_ends_the_poll_and_forbids_the_next(simulator: Running) -> None:
    come = poll_comes(simulator)
    async with bot_of(simulator) as bot:
        first = asyncio.create_task(bot.get_updates(timeout=50))
        await come.wait()
        await bot.set_webhook(HOOK)
        with pytest.raises(Conflict) as caught:
            await first
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
        assert await bot.get_updates() == ()
    assert caught.value.message == BY_WEBHOOK


async def test_a_poller_that_hangs_up_takes_nothing_with_it(simulator: Running, ann: int) -> None:
    come = poll_comes(simulator)
    ended = asyncio.Event()
    simulator.api.watchers.append(lambda *_: ended.set())
    simulator.faults.add("duplicate")
    async with client_of(simulator) as client:
        poll = asyncio.create_task(client.call("getUpdates", timeout=50))
        await come.wait()
        poll.cancel()
        await asyncio.wait([poll])
        await ended.wait()
    simulator.world.say(ann, ann, "还在")
    async with bot_of(simulator) as bot:
        assert len(await bot.get_updates()) == 2


@pytest.mark.parametrize(("kind", "texts"), [("duplicate", "112"), ("reorder", "21")])
async def test_updates_come_twice_or_in_another_order(
    simulator: Running, ann: int, kind: str, texts: str
) -> None:
    simulator.faults.add(kind)
    for text in "12":
        simulator.world.say(ann, ann, text)
    async with bot_of(simulator) as bot:
        disturbed = [update.message for update in await bot.get_updates()]
        calm = [update.message for update in await bot.get_updates()]
    assert "".join(one.text or "" for one in disturbed if one) == texts
    assert "".join(one.text or "" for one in calm if one) == "12"
