"""What staff do about messages that perhaps did not arrive."""

from commands.deliveries import lists, rules, views
from commands.deliveries.lists import Titled
from commands.kit import Delivery, Page, Post, Talk, page_of
from locales import Words
from storage import decisions, doubts, pulses, unreached
from storage.database import Store
from storage.decisions import Decision
from storage.doubts import Doubt

PAGE = 5


async def listed(talk: Talk) -> None:
    """`/deliveries`: whole in private, how much it is in a group."""
    await talk.reply(await _list(talk, 1))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page in place of this one; from the news, as a message of its own."""
    await talk.edit(await _list(talk, numbers[0] if numbers else 1))


async def again(talk: Talk, numbers: tuple[int, ...]) -> None:
    delivery_id, tries, page = rules.three(numbers)
    decision = await decisions.send_again(talk.store, delivery_id, tries, talk.now)
    await _decided(talk, decision, page)


async def arrived(talk: Talk, numbers: tuple[int, ...]) -> None:
    delivery_id, tries, page = rules.three(numbers)
    await _decided(talk, await decisions.arrived(talk.store, delivery_id, tries, talk.now), page)


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    delivery_id, tries, page = rules.three(numbers)
    await _decided(talk, await decisions.let_go(talk.store, delivery_id, tries), page)


async def retry(talk: Talk, numbers: tuple[int, ...]) -> None:
    update_id, page, _ = rules.three(numbers)
    is_made = await decisions.retry_update(talk.store, update_id)
    await talk.toast(views.retried(talk.words, is_made=is_made))
    await talk.edit(await _list(talk, page))


async def forget(talk: Talk, numbers: tuple[int, ...]) -> None:
    update_id, page, _ = rules.three(numbers)
    is_made = await decisions.forget_update(talk.store, update_id, talk.now)
    await talk.toast(views.forgotten(talk.words, is_made=is_made))
    await talk.edit(await _list(talk, page))


async def news(store: Store, words: Words, _person_id: int) -> Post | None:
    """For a member of staff; None when it was settled before it was sent."""
    count = await doubts.count(store)
    return None if count.is_settled else views.news(words, count)


async def settled(_store: Store, words: Words, _person_id: int) -> Post | None:
    return views.settled(words)


async def away(store: Store, words: Words, stretch: int) -> Post | None:
    """After a long silence; its subject is the stretch of time that followed."""
    silence = await pulses.silence_before(store, stretch)
    if silence is None:
        return None
    is_lost = silence.end - silence.start > rules.KEPT
    return views.away(words, silence.start, silence.end, is_lost=is_lost)


async def _decided(talk: Talk, decision: Decision, page: int) -> None:
    await talk.toast(views.decided(talk.words, decision))
    await talk.edit(await _list(talk, page))


async def _list(talk: Talk, number: int) -> Post:
    if not talk.place.is_private:
        return lists.in_group(talk.words, await doubts.count(talk.store))
    found = page_of(rules.entries(await doubts.overview(talk.store)), number, PAGE)
    titled = {one.id: await _titled(talk, one) for one in found.items if isinstance(one, Doubt)}
    page = Page(found.items, found.number, found.count)
    count = await doubts.count(talk.store)
    lost = await unreached.count(talk.store)
    return lists.in_private(talk.words, count, page, titled, lost)


async def _titled(talk: Talk, doubt: Doubt) -> Titled:
    """What the feature that owes it calls it."""
    owner = _owner(talk, doubt.kind)
    number = await owner.number(talk.store, doubt.subject_id) if owner and owner.number else None
    return Titled(owner.title, number) if owner else Titled(number=number)


def _owner(talk: Talk, kind: str) -> Delivery | None:
    owners = (one for feature in talk.features for one in feature.deliveries)
    return next((one for one in owners if one.kind == kind), None)
