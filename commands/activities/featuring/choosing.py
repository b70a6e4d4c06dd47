"""Staff choose the best photos and where they are shown; a press posts it."""

from commands.activities.featuring import views
from commands.activities.featuring.views import GENERAL
from commands.activities.reporting import questions
from commands.activities.reviewing import cards, reviewing
from commands.kit import Post, Talk
from locales import Words
from storage import activities, features
from storage.database import Store
from storage.features import Place


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """🌟 below a card, in its place."""
    activity = await reviewing.whole(talk, numbers)
    if activity is not None:
        await talk.edit(await _choices(talk, activity.id))


async def choose(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A photo's number: on or off."""
    activity = await reviewing.whole(talk, numbers[:1])
    if activity is not None and len(numbers) > 1:
        await features.choose(talk.store, activity.id, numbers[1])
        await talk.edit(await _choices(talk, activity.id))


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A place: it is posted there at once."""
    activity = await reviewing.whole(talk, numbers[:1])
    if activity is None:
        return
    place = await _place(talk, numbers[1:])
    if place is None:
        await talk.toast(views.unknown_place(talk.words))
        return
    what = activity.id, place, views.best(activity), talk.asker.person.id, talk.now
    if await features.feature(talk.store, *what):
        await talk.toast(questions.kept(talk.words))
        await talk.edit(views.featured(talk.words, activity, place))
        await reviewing.show_next(talk, activity.id)
    else:
        await talk.toast(views.there_already(talk.words))


async def withdraw(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is taken out of the groups again."""
    activity = await reviewing.whole(talk, numbers)
    if activity is None:
        return
    if await features.withdraw(talk.store, activity.id, talk.asker.person.id, talk.now):
        await talk.toast(questions.kept(talk.words))
        await talk.edit(await reviewing.card(talk, activity.id))
    else:
        await talk.toast(cards.settled(talk.words))


async def card(store: Store, words: Words, feature_id: int) -> Post | None:
    feature = await features.one(store, feature_id)
    activity = await activities.one(store, feature.activity_id) if feature else None
    return views.card(words, feature, activity) if feature else None


async def album(store: Store, _words: Words, feature_id: int) -> Post | None:
    feature = await features.one(store, feature_id)
    return views.album(feature) if feature else None


async def number_of(store: Store, feature_id: int) -> int | None:
    """Its activity's."""
    feature = await features.one(store, feature_id)
    return feature.activity_id if feature else None


async def _choices(talk: Talk, number: int) -> Post:
    activity = await activities.one(talk.store, number)
    places = await features.places(talk.store)
    if activity is None:
        return Post(questions.gone(talk.words))
    return views.choices(talk.words, activity, places)


async def _place(talk: Talk, where: tuple[int, ...]) -> Place | None:
    """Where a button leads, if the bot can write there; anybody may forge its numbers."""
    known = await features.places(talk.store)
    return next((one for one in known if where == (one.chat_id, one.topic_id or GENERAL)), None)
