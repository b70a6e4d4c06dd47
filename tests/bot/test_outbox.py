"""What is owed arrives once, or is known not to have arrived for sure."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import pytest
from markupsafe import Markup
from sqlalchemy import update
from telegram.error import NetworkError
from telegram.ext import ExtBot

from bot.clock import Alarm, moment
from bot.outbox import Outbox
from bot.outlet import TelegramOutlet
from bot.pacing import Pacer
from bot.rendering import Rendering
from bot.sending import Pace, Paced
from bot.shelves import Shelves
from bot.transport import AiohttpRequest
from commands.kit import Delivery, Office as Installed, Post
from locales import Catalogues, Words
from simulator.http import Running
from storage import deliveries, outcomes
from storage.cloaks import Cloak
from storage.database import Database, Store
from storage.tables import deliveries as table
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.databases import new_database
from tests.vocabulary.resting import resting_loop

KIND = "test.board"
PATIENCE_SECONDS = 20


@dataclass
class Office:
    """An outbox at work, whose messages say whatever `says` is by then."""

    db: Database
    clock: ManualClock
    simulator: Running
    ann: Person
    bot: ExtBot[Pace]
    says: str = "first"
    breaks: bool = False
    outbox: Outbox | None = None
    _work: asyncio.Task[None] | None = None

    def begin(self) -> None:
        assert self.outbox is not None
        self._work = asyncio.create_task(self.outbox.run())

    async def end(self) -> None:
        """As when the process ends, whatever is in hand."""
        assert self._work is not None
        self._work.cancel()
        with suppress(asyncio.CancelledError):
            await self._work

    @asynccontextmanager
    async def resting(self) -> AsyncIterator[None]:
        await self.end()
        yield
        self.begin()

    async def owe(self, *, wants_pin: bool = False) -> None:
        now = moment(self.clock)
        await self.db.write(
            lambda connection: deliveries.owe(
                connection, KIND, 1, self.ann.chat, now, wants_pin=wants_pin
            )
        )

    async def owe_edit(self) -> None:
        await self.db.write(lambda connection: deliveries.owe_edit(connection, KIND, 1))

    async def state(self) -> str:
        """The delivery's state once it is settled; the database is asked again at each commit."""
        changed = asyncio.Event()
        self.db.listen(deliveries.TOPIC, changed.set)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                (row,) = await deliveries.showing(self.db, KIND, 1)
                if row.state not in {"pending", "sending"}:
                    return row.state
                await changed.wait()
                changed.clear()

    def calls(self, method: str) -> int:
        return sum(request.method == method for request in self.simulator.world.requests)

    async def render(self, _store: Store, _words: Words, _subject: int) -> Post:
        if self.breaks:
            raise LookupError("nothing to show")
        return Post(Markup("{}").format(self.says))


@pytest.fixture
async def office(simulator: Running, clock: ManualClock, tmp_path: Path) -> AsyncIterator[Office]:
    world = simulator.world
    ann = world.add_person("安然")
    group = world.add_group("群", members=[ann.id], administrators=[ann.id], bot="administrator")
    path = new_database(tmp_path / "gongjian.db")
    pacer = Pacer(clock)
    request = AiohttpRequest(8)
    bot: ExtBot[Pace] = ExtBot(
        simulator.token,
        base_url=f"{simulator.url}/bot",
        request=request,
        rate_limiter=Paced(clock, pacer),
    )
    async with bot, Database(path) as db:
        office = Office(db, clock, simulator, Person(world, clock, ann.id, group.id), bot)
        alarm = Alarm(clock)
        db.listen(deliveries.TOPIC, alarm.wake)
        owner = Delivery(KIND, office.render)
        rendering = Rendering(
            db, Catalogues(), {KIND: owner}, clock, Installed(UTC), lambda: None, tmp_path, tmp_path
        )
        outlet = TelegramOutlet(bot, Shelves(tmp_path), Pace.HAD_ITS_TURN)
        outbox = Outbox(db, clock, outlet, pacer, rendering, alarm, Cloak())
        office.outbox = outbox
        office.begin()
        with resting_loop().watching(lambda: db.under_way + request.under_way):
            yield office
        await office.end()


async def test_what_is_owed_arrives_and_is_pinned(office: Office) -> None:
    await office.owe(wants_pin=True)
    message = await office.ann.sees("first")
    assert await office.state() == "sent"
    await office.ann.is_quiet()
    assert office.simulator.world.pinned(office.ann.chat) == [message["message_id"]]


async def test_many_edits_are_a_handful_and_the_last_is_right(office: Office) -> None:
    await office.owe()
    await office.ann.sees("first")
    for number in range(200):
        office.says = f"answer {number}"
        await office.owe_edit()
    await office.ann.sees("answer 199")
    await office.ann.is_quiet()
    assert office.calls("editMessageText") <= 3


async def test_a_refused_connection_is_tried_again(office: Office) -> None:
    office.simulator.faults.add("refuse", method="getMe", seconds=0.3)
    with pytest.raises(NetworkError):
        await office.bot.get_me()
    await office.owe()
    await office.ann.sees("first", within=3600)
    assert await office.state() == "sent"
    assert office.calls("sendMessage") == 1


async def test_a_flood_is_waited_out(office: Office) -> None:
    office.simulator.faults.add("flood", method="sendMessage", seconds=7, times=2)
    before = office.clock.now()
    await office.owe()
    await office.ann.sees("first")
    assert office.clock.now() >= before + 14
    assert office.calls("sendMessage") == 1


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "error"])
async def test_what_perhaps_arrived_is_not_sent_again(office: Office, kind: str) -> None:
    office.simulator.faults.add(kind, method="sendMessage")
    await office.owe()
    assert await office.state() == "unknown"
    assert office.calls("sendMessage") == (kind == "drop_after")


async def test_who_blocked_the_bot_is_not_asked_again(office: Office) -> None:
    office.ann = office.ann.in_private()
    office.simulator.world.start(office.ann.id)
    office.simulator.world.block(office.ann.id)
    await office.owe()
    assert await office.state() == "failed"


async def test_a_group_that_became_a_supergroup_still_gets_it(
    office: Office, simulator: Running
) -> None:
    world = simulator.world
    old = world.add_group(
        "旧群", members=[office.ann.id], administrators=[office.ann.id], type="group"
    )
    new = world.upgrade(old.id)
    office.ann = office.ann.in_group(old.id)
    await office.owe()
    await office.ann.in_group(new).sees("first")


async def test_an_interrupted_send_is_doubted(office: Office) -> None:
    await office.owe()
    await office.state()
    await office.db.write(
        lambda connection: connection.execute(update(table).values(state="sending"))
    )
    assert await outcomes.doubt_interrupted(office.db) == 1
    assert await office.state() == "unknown"


async def test_a_render_that_fails_stops_no_other(office: Office) -> None:
    office.breaks = True
    await office.owe()
    assert await office.state() == "failed"
    office.breaks = False
    await office.owe()
    await office.ann.sees("first")


async def test_an_edit_that_was_cut_off_is_still_owed(office: Office) -> None:
    """As when the process is killed between the claim and the edit."""
    await office.owe()
    await office.ann.sees("first")
    office.says = "newest"
    async with office.resting():
        await office.owe_edit()
        office.clock.advance(10)
        (row,) = await deliveries.showing(office.db, KIND, 1)
        assert await outcomes.claim(office.db, row.id, moment(office.clock))
    await office.ann.sees("newest")


@pytest.mark.parametrize("kind", ["drop_before", "error"])
async def test_a_pin_is_tried_again(office: Office, kind: str) -> None:
    office.simulator.faults.add(kind, method="pinChatMessage", times=2)
    await office.owe(wants_pin=True)
    message = await office.ann.sees("first")
    world = office.simulator.world
    await office.ann.is_quiet()
    assert world.pinned(office.ann.chat) == [message["message_id"]]
