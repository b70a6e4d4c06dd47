"""Staff look over one report after the other: the next one comes by itself."""

from commands.activities.numbers import read_number
from commands.activities.reporting import questions
from commands.activities.reviewing import cards
from commands.kit import Post, Talk
from storage import activities, queries, reviews
from storage.activities import Activity


async def review(talk: Talk) -> None:
    """`/review`, or `/review 3` for a certain one; photos of people are for the private chat."""
    number = read_number(talk.args)
    if not talk.place.is_private:
        waiting = await reviews.waiting(talk.store)
        args = str(number) if number is not None else ""
        await talk.reply(cards.in_private(talk.words, waiting.count, args))
    elif number is not None:
        await _show(talk, number)
    else:
        await show_next(talk)


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button below an answer, or back from a choice: the card of a certain one."""
    await _show(talk, numbers[0] if numbers else 0)


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Leaves this one for later."""
    await show_next(talk, numbers[0] if numbers else 0)


async def approve(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One press, and the next one comes."""
    activity = await whole(talk, numbers)
    if activity is None:
        return
    if await reviews.approve(talk.store, activity.id, talk.asker.person.id, talk.now):
        await talk.toast(questions.kept(talk.words))
        await talk.edit(cards.approved(talk.words, activity))
        await show_next(talk, activity.id)
    else:
        await talk.toast(cards.settled(talk.words))


async def reopen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Takes an approval back."""
    activity = await whole(talk, numbers)
    if activity is None:
        return
    if await reviews.reopen(talk.store, activity.id, talk.asker.person.id, talk.now):
        await talk.toast(questions.kept(talk.words))
        await talk.edit(await card(talk, activity.id))
    else:
        await talk.toast(cards.settled(talk.words))


async def show_next(talk: Talk, after: int = 0) -> None:
    """The next that waits, as a message of its own."""
    waiting = await reviews.waiting(talk.store, after)
    if waiting.activity_id is None:
        await talk.reply(Post(cards.nothing_waits(talk.words, waiting.asked)))
    else:
        await _show(talk, waiting.activity_id)


async def card(talk: Talk, number: int) -> Post:
    """As it stands by now."""
    activity = await activities.one(talk.store, number)
    if activity is None:
        return Post(questions.gone(talk.words))
    asked = await queries.of(talk.store, number)
    waiting = await reviews.waiting(talk.store)
    return cards.card(talk.words, activity, asked, waiting.count, talk.today)


async def whole(talk: Talk, numbers: tuple[int, ...]) -> Activity | None:
    """The activity of a button, as long as it is neither deleted nor part of another."""
    activity = await activities.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if activity is None or activity.part_of is not None:
        await talk.toast(questions.gone(talk.words))
        return None
    return activity


async def _show(talk: Talk, number: int) -> None:
    activity = await activities.one(talk.store, number)
    if activity is not None and activity.part_of is not None:
        activity = await activities.one(talk.store, activity.part_of)
    if activity is None:
        await talk.say(questions.gone(talk.words))
        return
    album = cards.album(activity)
    if album is not None:
        await talk.reply(album)
    await talk.reply(await card(talk, activity.id))
