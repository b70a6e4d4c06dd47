"""The photos of an activity one by one: looked at, hidden, shown again, taken down."""

from commands.activities.numbers import read_number
from commands.activities.photos import pages
from commands.activities.photos.pages import REASONS, Standing
from commands.activities.photos.rules import may_hide, may_show_again, seen_one_by_one
from commands.activities.reporting import questions
from commands.kit import Page, Talk
from storage import activities, hiding, people, photos
from storage.activities import Activity
from storage.photos import Photo


async def one_by_one(talk: Talk) -> None:
    """`/photos 3`."""
    number = read_number(talk.args)
    activity = await activities.one(talk.store, number) if number is not None else None
    if number is None:
        await talk.reply(pages.which(talk.words))
    elif activity is None:
        await talk.say(questions.gone(talk.words))
    elif talk.place.is_private:
        await _show(talk, activity, 1)
    else:
        await talk.reply(pages.in_private(talk.words, number))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another photo in place of the one that was shown; also back from the question why."""
    number, page = (*numbers, 0, 0)[:2]
    activity = await activities.one(talk.store, number)
    standing = await _standing(talk, activity, page) if activity else None
    if standing is None:
        await talk.toast(questions.gone(talk.words))
    else:
        await talk.edit(pages.one(talk.words, standing))


async def hide(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Hidden at once; the button that takes it back stands in the same place."""
    standing = await of_photo(talk, numbers[:1])
    if standing is None:
        return
    await hiding.hide(talk.store, standing.photo.id, talk.asker.person.id, talk.now)
    await talk.toast(talk.words.t("Hidden. It stands in no list, gallery or export now."))
    await _again(talk, standing)


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Undoes it."""
    standing = await of_photo(talk, numbers[:1])
    if standing is None:
        return
    if standing.may_show:
        await hiding.show(talk.store, standing.photo.id)
        await talk.toast(talk.words.t("It is shown again."))
        await _again(talk, standing)
    else:
        await talk.toast(talk.words.t("Somebody else hid it. Staff can show it again."))


async def ask_why(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Before a file is deleted for good, the reason is asked; not to give one leaves it."""
    standing = await of_photo(talk, numbers[:1])
    if standing is not None:
        await talk.edit(pages.which_reason(talk.words, standing))


async def take_down(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The reason was given."""
    standing = await of_photo(talk, numbers[:1])
    reasons = dict(enumerate(REASONS))
    why = reasons.get(numbers[1]) if len(numbers) > 1 else None
    if standing is None or why is None:
        return
    await hiding.take_down(talk.store, standing.photo.id, talk.asker.person.id, talk.now, why)
    await talk.toast(talk.words.t("Taken down; its file is deleted."))
    await _show(talk, standing.activity, standing.page.number)
    await talk.take_back()  # last: Telegram may not allow it any more


async def of_photo(talk: Talk, numbers: tuple[int, ...]) -> Standing | None:
    """The photo of a button, if the one who pressed may hide it; else says why not."""
    photo = await photos.one(talk.store, numbers[0]) if numbers else None
    number = photo.activity_id if photo else None
    activity = await activities.one(talk.store, number) if number is not None else None
    if photo is None or activity is None:
        await talk.toast(talk.words.t("This photo is gone."))
        return None
    if not may_hide(talk.asker, activity, photo):
        await talk.toast(questions.not_yours(talk.words), alert=True)
        return None
    seen = await _seen(talk, activity)
    place = next((at for at, one in enumerate(seen, 1) if one.id == photo.id), None)
    if place is None:
        await talk.toast(talk.words.t("This photo is gone."))
        return None
    return await _standing(talk, activity, place)


async def _show(talk: Talk, activity: Activity, page: int) -> None:
    standing = await _standing(talk, activity, page)
    if standing is None:
        await talk.reply(pages.none_left(talk.words, activity))
    else:
        await talk.reply(pages.one(talk.words, standing))


async def _again(talk: Talk, before: Standing) -> None:
    """The same photo as it stands now."""
    standing = await _standing(talk, before.activity, before.page.number)
    if standing is not None:
        await talk.edit(pages.one(talk.words, standing))


async def _seen(talk: Talk, activity: Activity) -> tuple[Photo, ...]:
    album = await photos.album(talk.store, activity.id)
    return seen_one_by_one(talk.asker, activity, album)


async def _standing(talk: Talk, activity: Activity, number: int) -> Standing | None:
    seen = await _seen(talk, activity)
    if not seen:
        return None
    number = min(max(number, 1), len(seen))
    photo = seen[number - 1]
    return Standing(
        activity,
        Page((photo,), number, len(seen)),
        posted_by=await _name(talk, photo.person_id),
        hidden_by=await _name(talk, photo.hidden_by),
        may_hide=may_hide(talk.asker, activity, photo),
        may_show=may_show_again(talk.asker, photo),
    )


async def _name(talk: Talk, person_id: int | None) -> str:
    person, _ = await people.known(talk.store, person_id) if person_id else (None, ())
    return person.name if person else ""
