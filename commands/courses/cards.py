"""What a reader is sent of a course: a lesson, a question, how the quiz went, a reminder."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.courses import rules
from commands.courses.views import LINE, NAME
from commands.kit import File, Post, Quiz, Row, button, clip, pack
from locales import Words
from storage.courses import OPEN, Course
from storage.lessons import Lesson, LessonFile
from storage.sittings import Item, Sitting
from storage.studies import Progress

NOTHING = Markup()


def album(files: tuple[LessonFile, ...]) -> Post | None:
    """Pictures, or files, without words; None: there are none by now."""
    if not files:
        return None
    return Post(NOTHING, files=tuple(File(one.kind, one.file_id) for one in files))


def lesson(words: Words, course: Course, one: Lesson, progress: Progress) -> Post:
    """The words of a lesson, with its picture if it has just one, and the ways on."""
    number, _, _ = rules.beside(course, one.id)
    text = LINE.join(_lesson(words, course, one, number))
    files = tuple(File(file.kind, file.file_id) for file in one.pictures)
    rows = tuple(_ways(words, course, one, progress))
    return Post(text, rows, files=files if rules.goes_along(one) else ())


def question(item: Item) -> Post:
    """A question as Telegram's quiz."""
    asked = item.question
    text = asked.text if item.count == 1 else f"{item.number}/{item.count} {asked.text}"
    right = asked.right or 0
    return Post(NOTHING, quiz=Quiz(text, asked.options, right, asked.explanation))


def result(words: Words, sat: Sitting, course: Course, progress: Progress) -> Post:
    """How a sitting went, and what comes next."""
    figures = {"right": sat.right, "asked": sat.asked, "needed": sat.needed}
    following = rules.next_lesson(course, progress)
    show = button(words.t("📚 The lessons"), pack("courses.show", course.id))
    if not sat.is_passed:
        lines = [
            words.t("📝 {right} of {asked} right; {needed} are enough.", **figures),
            words.t("No hurry: have another look at the lessons, and try again."),
        ]
        again = button(words.t("📝 Again"), pack("courses.sit", course.id))
        return Post(LINE.join(lines), ((show, again),))
    if following is not None:
        number, _, _ = rules.beside(course, following.id)
        lines = [
            words.t("📝 Passed: {right} of {asked} right.", **figures),
            words.t("A lesson came that you have not opened yet; then you are through."),
        ]
        go_on = words.t("▶ Lesson {number}", number=number)
        return Post(LINE.join(lines), ((button(go_on, pack("courses.read", following.id)),),))
    passed = words.t("📝 {right} of {asked} right.", **figures)
    return Post(LINE.join([passed, *_congratulated(words, course)]), (_onwards(words),))


def finished(words: Words, course: Course) -> Post:
    """Of a course without a quiz."""
    return Post(LINE.join(_congratulated(words, course)), (_onwards(words),))


def reminder(words: Words, course: Course, progress: Progress) -> Post:
    """What somebody wished to be reminded of, as it stands by now."""
    title = clip(course.title, NAME)
    if progress.finished_at is not None or course.state != OPEN:
        return Post(words.t("⏰ The course “{title}”: nothing is left to do.", title=title))
    opened = sum(one.id in progress.opened for one in course.lessons)
    text = words.t(
        "⏰ You wished to be reminded: “{title}”, {opened} of {lessons} lessons opened."
        " Shall we go on?",
        title=title,
        opened=opened,
        lessons=len(course.lessons),
    )
    return Post(text, ((button(words.t("▶ Learn on"), pack("courses.show", course.id)),),))


def _lesson(words: Words, course: Course, one: Lesson, number: int) -> Iterator[Markup]:
    title = clip(course.title, NAME)
    if number:
        yield words.t(
            "📖 {course} · lesson {number} of {count}",
            course=title,
            number=number,
            count=len(course.lessons),
        )
    else:
        yield words.t("📖 {course} · this lesson was taken out since", course=title)
    if one.title:
        yield words.t("<b>{title}</b>", title=one.title)
    if one.text:
        yield NOTHING
        yield words.t("{text}", text=one.text)


def _ways(words: Words, course: Course, one: Lesson, progress: Progress) -> Iterator[Row]:
    _, before, after = rules.beside(course, one.id)
    ways = []
    if before is not None:
        ways.append(button(words.t("‹ Previous lesson"), pack("courses.read", before.id)))
    if after is not None:
        ways.append(button(words.t("Next lesson ›"), pack("courses.read", after.id)))
    elif course.asked and rules.next_lesson(course, progress) is None:
        ways.append(button(words.t("📝 The quiz"), pack("courses.sit", course.id)))
    if ways:
        yield tuple(ways)
    last = [button(words.t("📚 All lessons"), pack("courses.show", course.id))]
    if progress.finished_at is None:
        last.append(button(words.t("⏰ Remind me"), pack("courses.remind", course.id)))
    yield tuple(last)


def _congratulated(words: Words, course: Course) -> Iterator[Markup]:
    title = clip(course.title, NAME)
    yield words.t("🎓 <b>You have finished “{title}”!</b>", title=title)
    yield words.t("Thank you for taking the time. Well done!")


def _onwards(words: Words) -> Row:
    return (button(words.t("‹ All courses"), pack("courses.list", 1)),)
