"""For the organisations: how many of their people have finished. Numbers, and nobody's name."""

from collections.abc import Sequence

from commands.courses import desks, handlers
from commands.courses.views import LABEL, LINE, NAME
from commands.kit import Post, Talk, clip, page_of, pager
from locales import Words
from storage import learners
from storage.courses import Course
from storage.learners import Learnt

SHOWN = 25


async def figures(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A course's table, or a page of it."""
    course = await handlers.the_course(talk, numbers[:1])
    if course is None:
        return
    found = await learners.by_organisation(talk.store, course.id)
    count = await learners.count(talk.store, course.id)
    number = numbers[1] if len(numbers) > 1 else 1
    await talk.edit(table(talk.words, course, found, count, number))


def table(words: Words, course: Course, found: Sequence[Learnt], count: int, number: int) -> Post:
    """Every organisation with people here, most finished first."""
    ordered = sorted(found, key=lambda one: (-one.finished, -one.people))
    page = page_of(ordered, number, SHOWN)
    people = words.n("{count} person has finished it", "{count} people have finished it", count)
    lines = [
        words.t("📊 <b>{title}</b>", title=clip(course.title, NAME)),
        words.t("{people}. Nobody sees who.", people=people),
    ]
    lines += [
        words.t(
            "• {name}: {finished} of {people}",
            name=clip(one.organisation, LABEL),
            finished=one.finished,
            people=one.people,
        )
        for one in page.items
    ]
    rows = (pager(page, "courses.figures", course.id), (desks.back(words, course.id),))
    return Post(LINE.join(lines), rows)
