"""Wires everything: Telegram, the database, the features and the workers."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram import Update
from telegram.request import BaseRequest

from bot import abilities, anonymous
from bot.agenda import Agenda
from bot.at_work import AtWork, Busy
from bot.clock import Alarm, Clock, late, moment
from bot.darkroom import Darkroom
from bot.dispatch import Dispatch
from bot.exporting import Exporting
from bot.fetching import Fetching
from bot.fonts import chinese_font
from bot.importing import Importing, fetched
from bot.intake import Intake
from bot.introducing import introduce
from bot.manners import Manners
from bot.menus import Menus
from bot.nightly import Nightly
from bot.ordering import AT_ONCE, Ordered
from bot.outages import Outage
from bot.outbox import Outbox
from bot.outlet import TelegramOutlet
from bot.pacing import Pacer
from bot.polling import Polling, PollingBot
from bot.pulse import Pulse
from bot.reactions import Reactions
from bot.regrets import Regrets
from bot.rendering import Rendering
from bot.rounds import Rounds
from bot.router import Router
from bot.routes import Routes
from bot.scrubbing import Scrubbing
from bot.sending import Pace, Paced
from bot.settings import RunSettings
from bot.shelves import Shelves
from bot.sweeping import Sweeping
from bot.talks import Talks
from bot.tidying import Tidying
from bot.topics import Topics
from bot.transport import AiohttpRequest
from bot.veiling import Veiling
from bot.webhook import Webhook
from bot.workers import Worker, begin, end, kept_on
from commands import FEATURES
from locales import Catalogues
from storage import (
    chats,
    deliveries,
    exports,
    forgetting,
    imports,
    inbox,
    jobs,
    outcomes,
    people,
    photos,
    voices,
)
from storage.availability import UnavailableError
from storage.database import Database
from storage.modes import close_to_others
from storage.upgrade import upgrade

log = logging.getLogger(__name__)

POLLS = 4
"""python-telegram-bot's default is one connection, and a torn long poll can keep it."""
GRACE_SECONDS = 3.0
"""What is in hand at the end gets so long, and so does what is being sent, at the same time."""
LAST_SECONDS = 1.0
"""For the last write: so the end comes within ten seconds, also with a file that stays locked."""


@asynccontextmanager
async def running(settings: RunSettings, clock: Clock) -> AsyncIterator[AtWork]:
    """The bot, at work within the block.

    Raises InvalidToken when Telegram does not know the token from the start.
    """
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(_make_ready, settings, moment(clock))
        database = Database(settings.database, now=partial(moment, clock))
        db = await stack.enter_async_context(database)
        calls, polls = AiohttpRequest(AT_ONCE), AiohttpRequest(POLLS)
        for request in (calls, polls):
            await stack.enter_async_context(request)
        pacer = Pacer(clock)
        bot = _bot(settings, calls, polls, Paced(clock, pacer))
        await introduce(bot, clock, webhook=settings.webhook_url is not None)
        await abilities.note(db, bot)
        house = _House(settings, clock, db, bot, pacer, [db, calls, polls])
        listening = await stack.enter_async_context(_at_work(house))
        yield AtWork(listening, house.busy)


@dataclass
class _House:
    """What all the workers share."""

    settings: RunSettings
    clock: Clock
    db: Database
    bot: PollingBot
    pacer: Pacer
    busy: list[Busy]

    def alarm(self, *topics: str) -> Alarm:
        """An alarm that rings when a commit touched one of the topics."""
        alarm = Alarm(self.clock)
        for topic in topics:
            self.db.listen(topic, alarm.wake)
        return alarm


def _make_ready(settings: RunSettings, now: datetime) -> None:
    """The data folder as this code wants it: its schema, and for its owner alone."""
    upgrade(settings.database, now)
    closed = close_to_others(settings.data.absolute())
    if closed:
        log.info("%d files and folders could be read by others; now they cannot", closed)


def _bot(settings: RunSettings, calls: BaseRequest, polls: BaseRequest, paced: Paced) -> PollingBot:
    return PollingBot(
        settings.token.get_secret_value(),
        base_url=settings.base_url,
        base_file_url=settings.base_file_url,
        request=calls,
        get_updates_request=polls,
        rate_limiter=paced,
    )


@asynccontextmanager
async def _at_work(house: _House) -> AsyncIterator[asyncio.Task[None]]:
    settings, clock, db, bot = house.settings, house.clock, house.db, house.bot
    office = settings.office
    catalogues = Catalogues(settings.language, zone=settings.tz)
    shelves = Shelves(settings.photos)
    outlet = TelegramOutlet(bot, shelves)
    routes = Routes(FEATURES, (anonymous.DELIVERY,), bot.username, bot.id)
    find_font = partial(chinese_font, settings.font)
    veiling = Veiling(db, bot, settings, routes)
    talks = Talks(db, office, outlet, catalogues, routes, find_font, veiling)
    manners = Manners(clock, routes.is_for_us)
    router = Router(db, clock, talks, Dispatch(routes, talks, bot), manners)
    folders = (settings.photos, settings.exports)
    rendering = Rendering(db, catalogues, routes.deliveries, clock, office, find_font, *folders)
    unhurried = TelegramOutlet(bot, shelves, Pace.HAD_ITS_TURN)
    owed = house.alarm(deliveries.TOPIC)
    outbox = Outbox(db, clock, unhurried, house.pacer, rendering, owed, veiling.cloak)
    arrived, darkroom = house.alarm(photos.TOPIC), Darkroom()
    fetching = Fetching(db, clock, bot, settings.photos, settings.tz, arrived, darkroom)
    roles = house.alarm(people.TOPIC, chats.TOPIC)
    menus = Menus(db, clock, bot, catalogues, FEATURES, roles)
    reactions = Reactions(db, clock, house.alarm(chats.TOPIC, deliveries.TOPIC))

    def wanted(update: Update) -> bool:
        known = routes.wants(update) or heard.are_news(update) or reactions.wants(update)
        return known and manners.admits(update)

    heard = Topics()
    intake = Intake(db, clock, bot, wanted, house.alarm(inbox.TOPIC), veiling)
    regrets = Regrets(bot, outlet, catalogues, routes.is_for_us)
    pulse = Pulse(db, clock)
    if settings.webhook_url is not None:
        listen = Webhook(bot, clock, settings, intake.take_in, pulse.beat).run
    else:
        listen = Polling(bot, clock, intake.take_in, regrets, pulse.beat).run
    hands = Ordered(intake, router.handle)
    agenda = Agenda(db, clock, routes.jobs, house.alarm(jobs.TOPIC), office)
    works = (work for feature in FEATURES for work in feature.works)
    exporting = Exporting(db, clock, settings, works, house.alarm(exports.TOPIC))
    importing = Importing(db, clock, partial(fetched, bot), house.alarm(imports.TOPIC))
    house.busy += [darkroom, exporting, importing]
    looks = (look for feature in FEATURES for look in feature.hourly)
    kept_up = (
        Rounds(db, clock, looks, office).run,
        reactions.run,
        exporting.run,
        importing.run,
        Tidying(db, clock, settings.exports).run,
        Nightly(settings, clock).run,
        Scrubbing(db, clock, house.alarm(forgetting.TOPIC)).run,
        Sweeping(db, clock, house.alarm(voices.TOPIC), settings.photos, veiling.cloak).run,
    )
    workers = (outbox.run, agenda.run, fetching.run, menus.run, intake.run, *kept_up)
    async with kept_on(clock, *workers) as (sending, *_):
        async with _listening(intake, hands, listen, clock) as listening:
            log.info("@%s is at work", bot.username)
            yield listening
            outbox.stop()
            sent = asyncio.create_task(late(clock, (sending,), GRACE_SECONDS))
        await sent
    with suppress(UnavailableError, TimeoutError):  # the next start does it
        async with asyncio.timeout(LAST_SECONDS):
            await outcomes.doubt_interrupted(db)


@asynccontextmanager
async def _listening(
    intake: Intake, hands: Ordered, listen: Worker, clock: Clock
) -> AsyncIterator[asyncio.Task[None]]:
    """Takes updates in, first those of an earlier run; in the end finishes what is in hand."""
    handling = asyncio.create_task(hands.run())
    listening: asyncio.Task[None] | None = None
    try:
        await _until_read(intake, clock)
        listening = begin(listen)
        yield listening
    finally:
        await end(*(task for task in (listening, handling) if task is not None))
        left = await hands.finish(clock, GRACE_SECONDS)
        if left:
            log.warning("%d updates are left to the next start", left)


async def _until_read(intake: Intake, clock: Clock) -> None:
    """Nothing new is heard before what an earlier run left is in the queue: order holds."""
    outage = Outage(clock, "What the last run left cannot be read")
    while True:
        try:
            await intake.take_up()
        except UnavailableError as error:
            await outage.goes_on(str(error))
        else:
            outage.ends()
            return
