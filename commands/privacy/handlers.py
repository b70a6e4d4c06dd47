"""Everybody alone asks, and for themselves alone; in private alone."""

from functools import partial

from commands.kit import Post, Talk
from commands.privacy import views
from commands.privacy.views import SURE
from locales import LANGUAGES, Words
from storage import forgetting, handing_out, organisations
from storage.database import Store


async def mydata(talk: Talk) -> None:
    """`/mydata`: in short, with a button to the file."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words, "mydata"))
        return
    leaving = await forgetting.outlook(talk.store, talk.asker.person.id)
    await talk.reply(views.summary(talk.words, talk.asker, leaving))


async def hand_out(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The file, to the one who pressed."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words, "mydata"))
        return
    found = await handing_out.everything(talk.store, talk.asker.person.id)
    await talk.reply(views.file(talk.words, found, talk.today.isoformat()))


async def ask(talk: Talk) -> None:
    """`/forget`: what goes and what stays."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words, "forget"))
        return
    leaving = await forgetting.outlook(talk.store, talk.asker.person.id)
    if leaving.is_last_staff:
        await talk.reply(views.last_staff(talk.words))
    else:
        await talk.reply(views.confirm(talk.words, leaving))


async def ask_again(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The same from a button."""
    await ask(talk)


async def forget(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The one who pressed, and nobody else, whatever the button says."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words, "forget"))
        return
    if numbers[:1] != (SURE,):
        await talk.edit(views.kept(talk.words))
        return
    name_of = partial(views.placeholder, talk.words.to(LANGUAGES[0]))
    leaving = await forgetting.forget(
        talk.store, talk.asker.person.id, name_of, talk.now, talk.cloak
    )
    if leaving.is_last_staff:
        await talk.edit(views.last_staff(talk.words))
    elif leaving.is_known:
        await talk.edit(views.forgotten(talk.words))
    else:
        await talk.edit(views.unknown(talk.words))


async def bare(store: Store, words: Words, organisation_id: int) -> Post | None:
    """An organisation whose last liaison was forgotten."""
    found = await organisations.one(store, organisation_id)
    return views.bare(words, found.short_name) if found else None
