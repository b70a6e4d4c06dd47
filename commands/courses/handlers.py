"""Somebody learns: lesson after lesson, then the quiz, at their own pace."""

from commands.courses import cards, rules, views
from commands.kit import Post, Role, Talk, hours_of, is_number
from locales import Words
from storage import course_reminders, courses, learners, lessons, sittings, studies
from storage.courses import OPEN, Course
from storage.database import Store
from storage.learners import Learnt

MOST = 20


async def listed(talk: Talk) -> None:
    """`/courses`; with a number or words behind it one of them."""
    if talk.args and await _named(talk):
        return
    found = await _listed(talk)
    if talk.place.is_private:
        await talk.reply(views.courses(talk.words, found, 1, is_staff=_is_staff(talk)))
    else:
        await talk.reply(views.in_group(talk.words, found))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the list."""
    number = numbers[0] if numbers else 1
    found = await _listed(talk)
    await talk.edit(views.courses(talk.words, found, number, is_staff=_is_staff(talk)))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One course, with how far somebody is; in a group only what it is."""
    course = await the_course(talk, numbers)
    if course is None:
        return
    if talk.place.is_private:
        await talk.edit(await _contents(talk, course))
    else:
        await talk.reply(views.announcement(talk.words, course))


async def read(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Opens a lesson; they open one after the other."""
    lesson = await lessons.one(talk.store, numbers[0]) if numbers else None
    course = await the_course(talk, (lesson.course_id,)) if lesson else None
    if lesson is None or course is None:
        await talk.toast(views.gone(talk.words))
        return
    progress = await studies.progress(talk.store, talk.asker.person.id, course.id)
    number, _, _ = rules.beside(course, lesson.id)
    following = rules.next_lesson(course, progress)
    if not number:
        await talk.toast(talk.words.t("This lesson was taken out of the course."))
    elif not rules.is_open(course, progress, lesson.id) and following is not None:
        first, _, _ = rules.beside(course, following.id)
        await talk.toast(
            talk.words.t("First lesson {number}, please: they open in order.", number=first)
        )
    else:
        kinds = tuple(rules.kinds(lesson))
        await studies.study(talk.store, talk.asker.person.id, lesson.id, kinds, talk.now)


async def sit(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Begins the quiz, or goes on with it."""
    course = await the_course(talk, numbers)
    if course is None:
        return
    progress = await studies.progress(talk.store, talk.asker.person.id, course.id)
    following = rules.next_lesson(course, progress)
    if following is not None:
        number, _, _ = rules.beside(course, following.id)
        await talk.toast(talk.words.t("First lesson {number}, please.", number=number))
    elif not await sittings.sit(talk.store, course.id, talk.asker.person.id, talk.now):
        await talk.toast(talk.words.t("This course has no quiz."))


async def answered(talk: Talk, item_id: int) -> None:
    """An answer to a question: the next one follows, or how it went."""
    if talk.chosen:
        person_id = talk.asker.person.id
        await sittings.answer(talk.store, item_id, person_id, talk.chosen[0], talk.now)


async def remind(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Somebody wishes to be reminded once, in some days."""
    course = await the_course(talk, numbers)
    if course is None:
        return
    due = rules.remind_at(await hours_of(talk.store, talk.office), talk.today)
    at = await course_reminders.wish(talk.store, talk.asker.person.id, course.id, due)
    moment = talk.words.moment(at, talk.zone)
    await talk.toast(talk.words.t("⏰ I shall remind you once: {moment}.", moment=moment))


async def pictures(store: Store, words: Words, study_id: int) -> Post | None:
    """What is shown above a lesson's words."""
    del words
    kept = await studies.one(store, study_id)
    lesson = await lessons.one(store, kept.lesson_id) if kept else None
    return cards.album(lesson.pictures) if lesson else None


async def papers(store: Store, words: Words, study_id: int) -> Post | None:
    """The files of a lesson."""
    del words
    kept = await studies.one(store, study_id)
    lesson = await lessons.one(store, kept.lesson_id) if kept else None
    return cards.album(lesson.papers) if lesson else None


async def lesson_card(store: Store, words: Words, study_id: int) -> Post | None:
    """A lesson as it reads now."""
    kept = await studies.one(store, study_id)
    lesson = await lessons.one(store, kept.lesson_id) if kept else None
    course = await courses.one(store, lesson.course_id) if lesson else None
    if kept is None or lesson is None or course is None:
        return None
    progress = await studies.progress(store, kept.person_id, course.id)
    return cards.lesson(words, course, lesson, progress)


async def question(store: Store, words: Words, item_id: int) -> Post | None:
    """A question, as long as it waits for its answer."""
    del words
    item = await sittings.item(store, item_id)
    return cards.question(item) if item else None


async def result(store: Store, words: Words, sitting_id: int) -> Post | None:
    """How a sitting went."""
    sat = await sittings.one(store, sitting_id)
    course = await courses.one(store, sat.course_id) if sat else None
    if sat is None or course is None:
        return None
    progress = await studies.progress(store, sat.person_id, course.id)
    return cards.result(words, sat, course, progress)


async def finished(store: Store, words: Words, completion_id: int) -> Post | None:
    """That somebody is through a course without a quiz."""
    done = await studies.completion(store, completion_id)
    course = await courses.one(store, done.course_id) if done else None
    return cards.finished(words, course) if course else None


async def the_course(talk: Talk, numbers: tuple[int, ...]) -> Course | None:
    """The course of a button, if this person may see it; else says that there is none."""
    found = await courses.one(talk.store, numbers[0]) if numbers else None
    if found is None or not _may_see(talk, found):
        await talk.say(views.gone(talk.words))
        return None
    return found


async def _named(talk: Talk) -> bool:
    """True when the words behind the command mean one course."""
    args = talk.args.strip()
    ids = (int(args),) if is_number(args) else await courses.called(talk.store, args, MOST)
    found = await courses.one(talk.store, ids[0]) if len(ids) == 1 else None
    if found is None or not _may_see(talk, found):
        return False
    if talk.place.is_private:
        await talk.reply(await _contents(talk, found))
    else:
        await talk.reply(views.announcement(talk.words, found))
    return True


async def _contents(talk: Talk, course: Course) -> Post:
    progress = await studies.progress(talk.store, talk.asker.person.id, course.id)
    own = await _own(talk, course)
    return views.contents(talk.words, course, progress, is_staff=_is_staff(talk), own=own)


async def _own(talk: Talk, course: Course) -> tuple[Learnt, ...]:
    """How many of the organisations finished that somebody answers for."""
    mine = {one.id for one in talk.asker.organisations}
    if not mine or course.state != OPEN:
        return ()
    return await learners.of_some(talk.store, course.id, mine)


async def _listed(talk: Talk) -> tuple[courses.Listed, ...]:
    also_drafts = _is_staff(talk) and talk.place.is_private
    return await courses.listed(talk.store, talk.asker.person.id, also_drafts=also_drafts)


def _may_see(talk: Talk, course: Course) -> bool:
    """Drafts and what was retired are for staff, and for no group."""
    return course.state == OPEN or (_is_staff(talk) and talk.place.is_private)


def _is_staff(talk: Talk) -> bool:
    return talk.asker.role >= Role.STAFF
