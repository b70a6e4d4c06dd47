"""Templates that staff keep: of a draft or a sent notice, listed, deleted."""

from commands.kit import Post, Role, Talk
from commands.notices import rules
from commands.notices.templates import lists, questions
from commands.notices.templates.blanks import blanked
from locales import Words
from storage import boards, templates
from storage.database import Store


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks for the name of a sent notice, in private."""
    notice_id, _ = rules.two(numbers)
    await templates.ask(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(questions.in_private(talk.words))


async def question(store: Store, words: Words, notice_id: int) -> Post | None:
    board = await boards.board(store, notice_id)
    return questions.asked(words, board.notice) if board and board.notice.number else None


async def keep(talk: Talk, notice_id: int) -> bool:
    """The reply with the name of a sent notice."""
    name = lists.named(rules.wording(talk.message.text))
    if talk.asker.role < Role.STAFF:
        return False
    if not name:
        await talk.say(questions.no_words(talk.words))
        return True
    done = await templates.keep(
        talk.store,
        notice_id,
        name,
        talk.asker.person.id,
        talk.now,
        lambda notice: blanked(notice.text),
        {},
    )
    await talk.say(lists.kept(talk.words, done))
    return True


async def listed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All of them, or another page, in place of what was shown."""
    page, _ = rules.two(numbers)
    kept = await templates.every(talk.store)
    await talk.edit(lists.shelf(talk.words, kept, page))


async def forget(talk: Talk, numbers: tuple[int, ...]) -> None:
    template_id, page = rules.two(numbers)
    name = await templates.forget(talk.store, template_id)
    await talk.toast(lists.deleted(talk.words, name))
    await talk.edit(lists.shelf(talk.words, await templates.every(talk.store), page))
