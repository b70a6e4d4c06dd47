"""Wires everything: python-telegram-bot, the database, the features and the workers."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, TypeHandler
from telegram.request import BaseRequest

from bot import anonymous
from bot.clock import Alarm, Clock, moment
from bot.dispatch import Dispatch
from bot.fetching import Fetching
from bot.intake import Intake
from bot.menus import Menus
from bot.ordering import AT_ONCE, Ordered
from bot.outbox import Outbox
from bot.outlet import TelegramOutlet
from bot.polling import PollingBot
from bot.router import Router
from bot.routes import Routes
from bot.sending import CallAgain, fault_of
from bot.settings import RunSettings
from bot.talks import Talks
from bot.tidying import Tidying
from bot.transport import AiohttpRequest
from commands import FEATURES
from locales import Catalogues
from storage import chats, deliveries, people, photos
from storage.database import Database
from storage.upgrade import upgrade

log = logging.getLogger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

POLLS = 4
"""python-telegram-bot's default is one connection, and a torn long poll can keep it."""
POLL_SECONDS = 25
GRACE_SECONDS = 10
PAUSE_SECONDS = 5
WANTED = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]


@asynccontextmanager
async def running(settings: RunSettings, clock: Clock) -> AsyncIterator[None]:
    """The bot, at work within the block. Raises InvalidToken when Telegram does not know it."""
    async with AsyncExitStack() as stack:
        await asyncio.to_thread(upgrade, settings.database, moment(clock))
        db = await stack.enter_async_context(Database(settings.database))
        calls = await stack.enter_async_context(AiohttpRequest(AT_ONCE))
        polls = await stack.enter_async_context(AiohttpRequest(POLLS))
        bot = _bot(settings, clock, calls, polls)
        await _introduce(bot, clock)
        await stack.enter_async_context(_at_work(settings, clock, db, bot))
        yield


def _bot(settings: RunSettings, clock: Clock, calls: BaseRequest, polls: BaseRequest) -> PollingBot:
    return PollingBot(
        settings.token.get_secret_value(),
        base_url=settings.base_url,
        base_file_url=settings.base_file_url,
        request=calls,
        get_updates_request=polls,
        rate_limiter=CallAgain(clock),
    )


async def _introduce(bot: PollingBot, clock: Clock) -> None:
    """Waits until Telegram can be reached; a wrong token will not become right by waiting."""
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet: %s", fault_of(error))
            await clock.sleep(PAUSE_SECONDS)
        else:
            return


@asynccontextmanager
async def _at_work(
    settings: RunSettings, clock: Clock, db: Database, bot: PollingBot
) -> AsyncIterator[None]:
    catalogues = Catalogues(settings.language, zone=settings.tz)
    outlet = TelegramOutlet(bot)
    routes = Routes(FEATURES, (anonymous.DELIVERY,), bot.username, bot.id)
    talks = Talks(db, settings.tz, outlet, catalogues, routes)
    router = Router(db, clock, talks, Dispatch(routes, talks, bot))
    owed, fetched = _alarm(db, clock, deliveries.TOPIC), _alarm(db, clock, photos.TOPIC)
    outbox = Outbox(db, clock, outlet, catalogues, routes.deliveries.values(), owed)
    fetching = Fetching(db, clock, bot, settings.photos, fetched)
    roles = _alarm(db, clock, people.TOPIC, chats.TOPIC)
    menus = Menus(db, clock, bot, catalogues, FEATURES, roles)
    intake = Intake(db, clock, routes.wants)
    bot.keep_by(intake.take_in)
    tidying = Tidying(db, clock)
    async with (
        _application(bot, intake, router) as application,
        _workers(clock, outbox.run, fetching.run, menus.run, tidying.run) as tasks,
    ):
        async with _taking_in(application, intake, bot):
            log.info("@%s is at work", bot.username)
            yield
        outbox.stop()
        await asyncio.wait(tasks[:1], timeout=GRACE_SECONDS)


def _alarm(db: Database, clock: Clock, *topics: str) -> Alarm:
    """An alarm that rings when a commit touched one of the topics."""
    alarm = Alarm(clock)
    for topic in topics:
        db.listen(topic, alarm.wake)
    return alarm


@asynccontextmanager
async def _application(
    bot: PollingBot, intake: Intake, router: Router
) -> AsyncIterator[AnyApplication]:
    """python-telegram-bot's application, which hands every update to the router."""
    application = (
        ApplicationBuilder()
        .bot(bot)
        .update_queue(intake)
        .concurrent_updates(Ordered())
        .job_queue(None)
        .build()
    )
    application.add_handler(TypeHandler(Update, router.handle))
    async with application:
        yield application


@asynccontextmanager
async def _taking_in(
    application: AnyApplication, intake: Intake, bot: PollingBot
) -> AsyncIterator[None]:
    """Takes updates in, first those of an earlier run; in the end finishes what is in hand."""
    await application.start()
    taken_up = await intake.take_up(bot)
    if taken_up:
        log.info("%d updates of the last run are taken up", taken_up)
    if application.updater is not None:
        await application.updater.start_polling(
            timeout=POLL_SECONDS, bootstrap_retries=-1, allowed_updates=WANTED
        )
    try:
        yield
    finally:
        if application.updater is not None:
            await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def _workers(
    clock: Clock, *runs: Callable[[], Awaitable[None]]
) -> AsyncIterator[list[asyncio.Task[None]]]:
    tasks = [asyncio.create_task(_keep_on(run, clock)) for run in runs]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep_on(run: Callable[[], Awaitable[None]], clock: Clock) -> None:
    """A worker that fails starts anew: what it owes is in the database."""
    while True:
        try:
            await run()
        except Exception:
            log.exception("A worker failed and starts again in %d s", PAUSE_SECONDS)
            await clock.sleep(PAUSE_SECONDS)
        else:
            return
