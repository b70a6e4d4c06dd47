"""Who wished it is reminded of a course, once."""

from commands.courses import cards
from commands.kit import Due, Post
from locales import Words
from storage import course_reminders, courses, studies
from storage.database import Store


async def remind(store: Store, due: Due) -> None:
    """The moment has come."""
    await course_reminders.remind(store, due.subject_id, due.now)


async def reminder(store: Store, words: Words, reminder_id: int) -> Post | None:
    """Says how it stands by now."""
    wish = await course_reminders.one(store, reminder_id)
    course = await courses.one(store, wish.course_id) if wish else None
    if wish is None or course is None:
        return None
    return cards.reminder(words, course, await studies.progress(store, wish.person_id, course.id))
