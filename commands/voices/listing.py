"""`/voices`: each sees what concerns them; with a number, that one."""

from commands.kit import Page, Post, Role, Talk, button, pack, page_of
from commands.kit.running import is_number
from commands.voices import drafts, figures, lists, speaking
from commands.voices.handling import handled
from commands.voices.lists import EVERY, OWN, PAGE, SERVED
from storage import voice_lists, voice_passes, voice_queries
from storage.voices import Voice


async def voices(talk: Talk) -> None:
    """Staff: all; liaisons: their organisations'; everybody: their own."""
    if not talk.place.is_private:
        await talk.reply(drafts.in_private(talk.words))
    elif is_number(talk.args):
        await _numbered(talk, int(talk.args))
    else:
        await talk.reply(await _list(talk, _scope(talk), 1))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page, or another of the lists that this person may see."""
    scope, number = (*numbers, OWN, 1)[:2]
    if scope != OWN and scope != _scope(talk):
        scope = OWN
    await talk.edit(await _list(talk, scope, number))


async def card(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card of a list, which stays as it is."""
    voice = await voice_queries.one(talk.store, numbers[0]) if numbers else None
    if voice is None or not await _show(talk, voice):
        await talk.toast(talk.words.t("Only those who handle it can do this, in private."))


async def speed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """How fast organisations see to it."""
    found = figures.of_each(await voice_lists.stretches(talk.store))
    await talk.reply(figures.shown(talk.words, found, numbers[0] if numbers else 1))


async def _numbered(talk: Talk, number: int) -> None:
    """As its speaker sees it, or as those who handle it do."""
    voice = await voice_queries.numbered(talk.store, number)
    mine = await voice_queries.of_speaker(talk.store, talk.asker.person.id, talk.cloak)
    if voice is not None and voice.id in {one.id for one in mine}:
        await speaking.mine(talk, (voice.id,))
    elif voice is None or not await _show(talk, voice):
        text = talk.words.t("No. {number} is not among what you may see.", number=number)
        every = button(talk.words.t("📮 The list"), pack("voices.list", _scope(talk), 1))
        await talk.reply(Post(text, ((every,),)))


async def _show(talk: Talk, voice: Voice) -> bool:
    """Owes its card to one who handles it; False: this person does not."""
    handler = await handled(talk, voice)
    if handler is None:
        return False
    is_staff = talk.asker.role >= Role.STAFF
    await voice_passes.show_card(talk.store, voice.id, handler, is_staff=is_staff)
    return True


def _scope(talk: Talk) -> int:
    if talk.asker.role >= Role.STAFF:
        return EVERY
    return SERVED if talk.asker.organisations else OWN


async def _list(talk: Talk, scope: int, number: int) -> Post:
    if scope == OWN:
        mine = await voice_queries.of_speaker(talk.store, talk.asker.person.id, talk.cloak)
        page = page_of(mine, number, PAGE)
        leads = [await speaking.leading(talk.store, one) for one in page.items]
        return lists.own(talk.words, page, leads)
    served = None if scope == EVERY else [one.id for one in talk.asker.organisations]
    total = await voice_lists.count(talk.store, talk.today, served)
    count = max(1, -(-total.all // PAGE))
    number = min(max(number, 1), count)
    items = await voice_lists.page(talk.store, talk.today, PAGE, number, served)
    page = Page(items, number, count)
    return lists.handled(talk.words, page, total, scope, talk.today, has_own=True)
