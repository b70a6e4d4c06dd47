"""Anybody says that something is wrong; its liaisons hear it, staff where there is none."""

from commands.kit import Post, Talk
from commands.points import cards
from commands.points.checking import views
from commands.points.keepers import is_kept_by
from commands.points.keeping import asking
from locales import Words
from storage import point_complaints, points
from storage.database import Store

MOST = 300
"""Characters of what is said."""


async def wrong(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card's button: what is wrong is asked in private."""
    point = await points.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if point is None or point.retired_at is not None:
        await talk.toast(cards.gone(talk.words))
    elif talk.private_chat is None:
        await talk.toast(views.start_first(talk.words), alert=True)
    else:
        who = talk.asker.person.id
        is_new = await point_complaints.complain(talk.store, point.id, who, talk.now)
        await talk.toast(views.heard(talk.words, is_new=is_new), alert=not is_new)


async def explained(talk: Talk, complaint_id: int) -> bool | None:
    """What is wrong, in words."""
    found = await point_complaints.one(talk.store, complaint_id)
    said = " ".join(talk.message.text.split())[:MOST]
    if found is None or found.person_id != talk.asker.person.id or not said:
        await talk.say(talk.words.t("Please answer with words."))
        return True
    is_open = await point_complaints.explain(talk.store, complaint_id, said)
    await talk.say(views.passed_on(talk.words) if is_open else asking.settled(talk.words))
    return True


async def settle(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Looked after; the first press counts."""
    found = await point_complaints.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if found is None or not is_kept_by(talk, found.organisation_id):
        await talk.toast(asking.not_yours(talk.words), alert=True)
        return
    who = talk.asker.person.id
    done = await point_complaints.settle(talk.store, found.id, who, talk.now)
    await talk.toast(views.thanks(talk.words) if done else asking.settled(talk.words))


async def question(store: Store, words: Words, complaint_id: int) -> Post | None:
    found = await point_complaints.one(store, complaint_id)
    return views.what_is_wrong(words, found) if found and found.settled_at is None else None


async def told(store: Store, words: Words, complaint_id: int) -> Post | None:
    """To the keepers; not by whom."""
    found = await point_complaints.one(store, complaint_id)
    return views.told(words, found) if found else None


async def thanks(store: Store, words: Words, complaint_id: int) -> Post | None:
    """To who said so."""
    found = await point_complaints.one(store, complaint_id)
    return views.looked_after(words, found) if found else None
