"""One activity: its photos, and its card below them, both owed, so that reactions find it."""

from commands.activities.looking import cards, standings
from commands.activities.numbers import read_number
from commands.activities.reporting import questions
from commands.kit import Post, Studio, Talk
from locales import Words
from storage import activities, showings
from storage.database import Store
from storage.showings import Asked


async def shown(talk: Talk) -> None:
    """`/activity 3`."""
    number = read_number(talk.args)
    if number is None:
        await talk.reply(cards.which(talk.words))
    else:
        await _show(talk, number)


async def show_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A number below a list."""
    await _show(talk, numbers[0] if numbers else 0)


async def more_photos(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next ten photos, as messages of their own."""
    number, page = (*numbers, 0, 0)[:2]
    activity = await activities.one(talk.store, number)
    post = cards.more_photos(talk.words, activity, page) if activity else None
    if post is None:
        await talk.toast(questions.gone(talk.words))
    else:
        await talk.stop_spinner()  # many photos may have to wait for the group's pace
        await talk.reply(post)


async def card(store: Store, studio: Studio, number: int) -> Post | None:
    """As it stands when it is sent or edited."""
    activity = await activities.one(store, number)
    if activity is None:
        return Post(questions.gone(studio.words))
    today = studio.now.astimezone(studio.office.zone).date()
    return cards.card(studio.words, activity, today)


async def album(store: Store, _words: Words, number: int) -> Post | None:
    """The photos above the card."""
    activity = await activities.one(store, number)
    return cards.album(activity) if activity else None


async def _show(talk: Talk, number: int) -> None:
    is_staff = talk.asker.person.is_staff
    activity = await activities.one(talk.store, number, with_deleted=is_staff)
    if activity is not None and activity.part_of is not None:
        activity = await activities.one(talk.store, activity.part_of, with_deleted=is_staff)
    if activity is None:
        await talk.say(questions.gone(talk.words))
    elif activity.deleted_at is not None:
        await talk.reply(standings.removed(talk.words, activity))
    else:
        has_photos = cards.album(activity) is not None
        reply_to = None if talk.place.is_private or talk.query_id else talk.message.id
        asked = Asked(talk.place.id, talk.place.topic_id, reply_to, talk.words.language)
        await showings.show(talk.store, activity.id, asked, talk.now, has_photos=has_photos)
