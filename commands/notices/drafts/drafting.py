"""A draft is shown, and decided: sent, taken back within seconds, or discarded."""

from commands.kit import Post, Studio, Talk
from commands.notices import rules
from commands.notices.drafts import contents, previews, views
from locales import Words
from storage import drafts, sendings
from storage.database import Store


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    """To the group that the button names, or (0) where staff chose."""
    notice_id, chat_id = rules.two(numbers)
    who = talk.asker.person.id, talk.now, previews.HOLD
    decision = await sendings.send(talk.store, notice_id, chat_id or None, *who)
    await talk.toast(views.decided(talk.words, decision))


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    decision = await sendings.undo(talk.store, rules.two(numbers)[0], talk.now)
    await talk.toast(views.undone(talk.words, decision))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    decision = await sendings.discard(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def preview(store: Store, studio: Studio, notice_id: int) -> Post | None:
    proposal = await drafts.proposal(store, notice_id)
    return previews.preview(studio, proposal) if proposal else None


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    """What the open panel wants to be told by a reply."""
    proposal = await drafts.proposal(store, notice_id)
    return contents.question(words, proposal.notice) if proposal else None
