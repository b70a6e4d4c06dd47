"""A course is opened to everybody, a group is told of it, and some day it is retired."""

from commands.courses import desks, handlers, views
from commands.kit import Post, Talk
from locales import Words
from storage import courses, features
from storage.database import Store
from storage.features import Place

RETIRED_SHOWN = 100
GENERAL = 0
"""A button's number for a group's general part."""


async def publish(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which group shall be told; nothing is done yet."""
    course = await handlers.the_course(talk, numbers)
    if course is None:
        return
    if not course.lessons:
        await talk.toast(talk.words.t("Please write a lesson first."), alert=True)
    else:
        places = await features.places(talk.store)
        await talk.edit(desks.publishing(talk.words, course, places))


async def open_(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Opens it, and tells the group that the button names, if it names one."""
    course = await handlers.the_course(talk, numbers[:1])
    if course is None:
        return
    if not course.lessons:
        await talk.toast(talk.words.t("Please write a lesson first."), alert=True)
        return
    place = await _place(talk, numbers[1:])
    if await courses.publish(talk.store, course.id, talk.asker.person.id, talk.now, place):
        await talk.toast(talk.words.t("📣 It is open to everybody now."))
    else:
        await talk.toast(talk.words.t("It was open already."))
    await show_desk(talk, course.id)


async def tell(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Tells another group of an open course."""
    course = await handlers.the_course(talk, numbers[:1])
    place = await _place(talk, numbers[1:])
    if course is None or place is None:
        await talk.stop_spinner()
    elif await courses.tell(talk.store, course.id, place, talk.now):
        await talk.toast(talk.words.t("📣 The group is told."))
        await show_desk(talk, course.id)
    else:
        await talk.toast(talk.words.t("This group was told of it already."))


async def retire(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks back."""
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await talk.edit(desks.retiring(talk.words, course))


async def sure(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Retires it; it can be published again."""
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await courses.retire(talk.store, course.id, talk.asker.person.id, talk.now)
        await show_desk(talk, course.id)


async def retired(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What nobody is shown any more."""
    found = await courses.retired(talk.store, RETIRED_SHOWN)
    await talk.edit(desks.retired(talk.words, found, numbers[0] if numbers else 1))


async def announcement(store: Store, words: Words, course_id: int) -> Post | None:
    """What a group is told."""
    course = await courses.one(store, course_id)
    return views.announcement(words, course) if course else None


async def show_desk(talk: Talk, course_id: int) -> None:
    """The course as it is by now."""
    course = await courses.one(talk.store, course_id)
    if course is not None:
        await talk.edit(desks.desk(talk.words, course))


async def _place(talk: Talk, numbers: tuple[int, ...]) -> Place | None:
    """The group of a button, if the bot can write there."""
    chat_id, topic_id = (*numbers, 0, GENERAL)[:2]
    return next(
        (
            one
            for one in await features.places(talk.store)
            if one.chat_id == chat_id and (one.topic_id or GENERAL) == topic_id
        ),
        None,
    )
