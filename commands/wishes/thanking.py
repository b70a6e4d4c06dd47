"""Thanks with a photo: sent in private, shown once more, and only then in the group."""

from zlib import crc32

from markupsafe import Markup

from commands.kit import File, Post, Talk, button, clip, pack
from commands.wishes import rules
from commands.wishes.handlers import managed
from commands.wishes.views import LINE, NAME, thing
from locales import Words
from storage import wish_thanks, wishes
from storage.database import Store
from storage.wishes import Wish


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The button below the community's card."""
    found = await managed(talk, numbers)
    if found is not None:
        await wish_thanks.ask(talk.store, found.id, talk.place.id, talk.now)
        await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def answered(talk: Talk, wish_id: int) -> bool:
    """The photo; files and films are none, since they may say where they were taken."""
    found = await managed(talk, (wish_id,))
    file = talk.message.attachment
    if found is None:
        return True
    if file is None or file.kind != "photo":
        await talk.say(talk.words.t("Please reply with a photo, not as a file."))
        return True
    who = talk.asker.person.id, talk.place.id, talk.now
    if not await wish_thanks.propose(talk.store, found.id, file.file_id, *who):
        await talk.say(talk.words.t("Thanks were said already; the card takes the photo back."))
    return True


async def say(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The community says so: the photo goes to the group."""
    found = await managed(talk, numbers[:1])
    if found is None:
        return
    is_shown = rules.only(numbers, 1) == _mark(found)
    is_said = is_shown and await wish_thanks.say(talk.store, found.id, talk.now)
    done = talk.words.t("🎉 It is in the group. I can take it back at any time.")
    await talk.toast(done if is_said else talk.words.t("There is another photo by now."))


async def take_back(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The photo goes from the group as well."""
    found = await managed(talk, numbers)
    if found is not None:
        is_gone = await wish_thanks.take_back(talk.store, found.id)
        gone = talk.words.t("🗑 The photo is gone.")
        await talk.toast(gone if is_gone else talk.words.t("There is no photo any more."))


async def question(store: Store, words: Words, wish_id: int) -> Post | None:
    """Asks for a photo, and reminds of whom it may show."""
    found = await wishes.one(store, wish_id)
    if found is None:
        return None
    lines = [words.t("🎉 <b>{what}</b>: it came true!", what=thing(words, found))]
    if found.thanked_at is not None:
        return Post(LINE.join([*lines, words.t("✅ Thanks were said in the group.")]))
    lines.append(
        words.t(
            "Reply with a photo to say thanks in the group; I show it to you first. Please: no"
            " child's face, no house number, and only who agreed to be in the picture. The things"
            " themselves will do."
        )
    )
    return Post(LINE.join(lines), placeholder="📷")


async def preview(store: Store, words: Words, wish_id: int) -> Post | None:
    """As it would stand in the group."""
    found = await wishes.one(store, wish_id)
    if found is None or not found.photo:
        return Post(words.t("🗑 The photo is gone."), is_withdrawn=True)
    back = button(words.t("🗑 Take the photo back"), pack("wishes.unthank", found.id))
    if found.thanked_at is not None:
        said = words.t("✅ This thanks stands in the group.")
        return Post(said, ((back,),), files=(File("photo", found.photo),))
    text = LINE.join(
        [
            _thanks(words, found),
            Markup(),
            words.t("👀 Nobody else sees it yet. Does everybody in the picture agree?"),
        ]
    )
    say_so = button(
        words.t("✅ They agree: to the group"), pack("wishes.say", found.id, _mark(found))
    )
    return Post(text, ((say_so,), (back,)), files=(File("photo", found.photo),))


async def thanks(store: Store, words: Words, wish_id: int) -> Post | None:
    """In the group, and to who gave; once it is taken back it goes."""
    found = await wishes.one(store, wish_id)
    if found is None or not found.photo or found.thanked_at is None:
        return Post(words.t("🗑 The photo is gone."), is_withdrawn=True)
    return Post(_thanks(words, found), files=(File("photo", found.photo),))


def _thanks(words: Words, found: Wish) -> Markup:
    name = clip(found.organisation, NAME)
    lines = [words.t("🎉 <b>Come true</b>: {what}", what=thing(words, found))]
    if found.whom:
        lines.append(words.t("👥 For: {whom}", whom=clip(found.whom, 60)))
    lines.append(words.t("💛 {name} says thank you to all who helped!", name=name))
    return LINE.join(lines)


def _mark(found: Wish) -> int:
    """A number that is another one when the photo is another one."""
    return crc32(found.photo.encode())
