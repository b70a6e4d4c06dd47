"""Staff ask for a month, and decide whether and where it goes."""

from datetime import date

from commands.activities.looking.searches import read_search
from commands.activities.monthly import planning, views
from commands.kit import Talk
from storage import features, month_posts, months


async def monthly(talk: Talk) -> None:
    """`/monthly 2016-08`; without a month it is the last one."""
    search = read_search(talk.args, talk.today)
    if search.words or (search.year and not search.month):
        await talk.say(views.which(talk.words))
        return
    number = (
        months.number_of(date(search.year, search.month, 1))
        if search.month
        else planning.before(talk.today)
    )
    if await months.month(talk.store, number) is None:
        await talk.say(views.nothing(talk.words, number))
    elif talk.private_chat is None:
        await talk.reply(views.start_first(talk.words, talk.args))
    else:
        language = talk.words.language
        await month_posts.ask(talk.store, number, talk.private_chat, language, talk.now)
        if not talk.place.is_private:
            await talk.say(views.comes_in_private(talk.words))


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Posts it in a group or topic; anybody may forge the numbers."""
    number, chat_id, topic_id = (*numbers, 0, 0, 0)[:3]
    places = {(one.chat_id, one.topic_id or 0): one for one in await features.places(talk.store)}
    place = places.get((chat_id, topic_id))
    found = await months.month(talk.store, number) if months.is_month(number) else None
    if place is None or found is None:
        await talk.toast(views.gone(talk.words))
    else:
        is_new = await month_posts.send(talk.store, number, place, talk.now)
        await talk.toast(views.sent(talk.words, place, is_new=is_new))


async def as_file(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The long picture, to be forwarded wherever it is wanted."""
    number = (*numbers, 0)[0]
    if talk.private_chat is None or not months.is_month(number):
        await talk.toast(views.gone(talk.words))
        return
    language = talk.words.language
    await month_posts.give(talk.store, number, talk.private_chat, language, talk.now)
    await talk.toast(views.on_its_way(talk.words))


async def skip(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It does not go out by itself."""
    await month_posts.skip(talk.store, (*numbers, 0)[0])
    await talk.toast(views.skipped(talk.words))
