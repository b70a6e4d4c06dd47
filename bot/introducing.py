"""The bot makes itself known to Telegram, however long that takes."""

from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
from bot.outages import Outage
from bot.polling import PollingBot
from bot.sending import fault_of


async def introduce(bot: PollingBot, clock: Clock, *, webhook: bool) -> None:
    """Waits until Telegram can be reached; a wrong token will not become right by waiting."""
    outage = Outage(clock, "Telegram cannot be reached yet")
    while True:
        try:
            await bot.initialize()
            if not webhook:
                await bot.delete_webhook()
        except InvalidToken:
            raise
        except TelegramError as error:
            await outage.goes_on(fault_of(error))
        else:
            return
