"""Once a week, if staff want it: what nobody took on yet goes to the groups in one message."""

from datetime import datetime, timedelta

from commands.kit import Office, Post, hours_of
from commands.wishes import views
from locales import Words
from storage import preferences, wish_lists
from storage.database import Store
from storage.preferences import ON, WISHES

HOUR = 10
"""On the first day of the week on which people may be disturbed, from this hour on."""
DAYS = 5
"""Of a week: later in it the message would be near the next one."""


async def look(store: Store, office: Office, now: datetime) -> None:
    """Hourly: owes it once in a week."""
    if (await preferences.kept(store)).get(WISHES) != ON:
        return
    here = now.astimezone(office.zone)
    hours = await hours_of(store, office)
    if here.hour >= HOUR and here.weekday() < DAYS and hours.is_open(now):
        monday = here.date() - timedelta(here.weekday())
        await wish_lists.gather(store, monday.toordinal(), now)


async def gathered(store: Store, words: Words, _monday: int) -> Post | None:
    """What still waits when it is sent; None: nothing does any more."""
    return views.gathered(words, await wish_lists.open_ones(store))
