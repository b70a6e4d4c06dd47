"""A draft is shown, and decided: sent, taken back within seconds, or discarded."""

from commands.kit import Post, Talk
from commands.notices import rules
from commands.notices.drafts import contents, previews, views
from locales import Words
from storage import drafts
from storage.database import Store


async def send(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, chat_id = rules.two(numbers)
    person_id = talk.asker.person.id
    decision = await drafts.send(talk.store, notice_id, chat_id, person_id, talk.now, previews.HOLD)
    await talk.toast(views.decided(talk.words, decision))


async def undo(talk: Talk, numbers: tuple[int, ...]) -> None:
    decision = await drafts.undo(talk.store, rules.two(numbers)[0], talk.now)
    await talk.toast(views.undone(talk.words, decision))


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    decision = await drafts.discard(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.decided(talk.words, decision))


async def preview(store: Store, words: Words, notice_id: int) -> Post | None:
    proposal = await drafts.proposal(store, notice_id)
    return previews.preview(words, proposal) if proposal else None


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    """What the open panel wants to be told by a reply."""
    proposal = await drafts.proposal(store, notice_id)
    return contents.question(words, proposal.notice) if proposal else None
