"""What readers see of courses: the list of them, and one with how far somebody is."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.courses import rules
from commands.kit import (
    Button,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
    private_link,
)
from locales import Words, message, plain
from storage.courses import DRAFT, OPEN, RETIRED, Course, Listed
from storage.learners import Learnt
from storage.lessons import Lesson
from storage.studies import Progress

LINE = Markup("\n")
SHOWN = 8
NAME, LABEL = 40, 24
NUMBERS_IN_A_ROW = 5
NUMBERED = message("Lesson {number}")
STATES = {
    DRAFT: message("draft, only staff see it"),
    OPEN: message("open to everybody"),
    RETIRED: message("taken off the list"),
}


def courses(words: Words, found: Sequence[Listed], number: int, *, is_staff: bool) -> Post:
    """All that somebody may learn, with the own progress."""
    page = page_of(found, number, SHOWN)
    lines = [words.t("📚 <b>Courses</b>")]
    if found:
        lines.append(words.t("Only you see how far you are."))
    else:
        lines.append(words.t("There are no courses yet."))
    buttons = [button(_entry(words, one), pack(_opens(one), one.id)) for one in page.items]
    rows = [*in_rows(buttons, 1), pager(page, "courses.list")]
    if is_staff:
        new = button(words.t("➕ New course"), pack("courses.new"))
        rows.append((new, button(words.t("🗄 Retired"), pack("courses.retired", 1))))
    return Post(LINE.join(lines), tuple(rows))


def in_group(words: Words, found: Sequence[Listed]) -> Post:
    """The same in a group: nobody's progress, and the way to the private chat."""
    lines = [words.t("📚 <b>Courses</b>")]
    if not found:
        lines.append(words.t("There are no courses yet."))
    lines.append(words.t("You learn in private, and only you see how far you are."))
    buttons = [enter(words.list([clip(one.title, LABEL)]), one.id) for one in found[:SHOWN]]
    return Post(LINE.join(lines), in_rows(buttons, 1))


def announcement(words: Words, course: Course) -> Post:
    """What a group is told of a course."""
    title = clip(course.title, NAME)
    if course.state != OPEN:
        return Post(words.t("📚 The course “{title}” is over.", title=title))
    lines = [
        words.t("📚 <b>New course: {title}</b>", title=title),
        held(words, course),
        words.t("You learn in private, and only you see how far you are."),
    ]
    return Post(LINE.join(lines), ((enter(words.t("▶ Begin"), course.id),),))


def enter(label: Markup, course_id: int) -> Button:
    """The way from a group to a course."""
    return private_link(label, "courses", str(course_id))


def held(words: Words, course: Course) -> Markup:
    """How many lessons and questions it has, and what is needed."""
    count = words.n("{count} lesson", "{count} lessons", len(course.lessons))
    if not course.asked:
        return words.t("{lessons}, no quiz", lessons=count)
    questions = words.n(
        "{count} question at the end", "{count} questions at the end", len(course.asked)
    )
    return words.t(
        "{lessons}, {questions}; {needed} right to pass",
        lessons=count,
        questions=questions,
        needed=course.needed,
    )


def contents(
    words: Words,
    course: Course,
    progress: Progress,
    *,
    is_staff: bool = False,
    own: Sequence[Learnt] = (),
) -> Post:
    """One course: its lessons, how far somebody is, and what comes next."""
    lines = [
        words.t("📚 <b>{title}</b>", title=clip(course.title, NAME)),
        held(words, course),
        Markup(),
        *_lessons(words, course, progress),
    ]
    if course.state != OPEN:
        lines.insert(1, words.t("({state})", state=words.t(STATES[course.state])))
    if course.asked:
        lines.append(_quiz(words, course, progress))
    if progress.finished_at is not None:
        lines += [Markup(), words.t("🎓 You have finished this course. Thank you for learning!")]
    lines += [
        words.t(
            "👥 {name}: {finished} have finished it",
            name=clip(one.organisation, LABEL),
            finished=one.finished,
        )
        for one in own
    ]
    return Post(LINE.join(lines), tuple(_rows(words, course, progress, is_staff=is_staff)))


def called(words: Words, lesson: Lesson, number: int) -> Markup:
    """A lesson's title; one without is called by its number."""
    return words.list([rules.label(lesson.title, number, plain(words.t(NUMBERED, number=number)))])


def gone(words: Words) -> Markup:
    """For a button of what is there no more."""
    return words.t("This is there no more. /courses shows the courses of today.")


def _entry(words: Words, one: Listed) -> Markup:
    """A course on its button, with how far somebody is."""
    title = clip(one.title, LABEL)
    if one.state == DRAFT:
        return words.t("🛠 {title} (draft)", title=title)
    if one.is_finished:
        return words.t("✅ {title}", title=title)
    return words.t(
        "{title} {opened}/{lessons}", title=title, opened=one.opened, lessons=one.lessons
    )


def _opens(one: Listed) -> str:
    return "courses.desk" if one.state == DRAFT else "courses.show"


def _lessons(words: Words, course: Course, progress: Progress) -> Iterator[Markup]:
    following = rules.next_lesson(course, progress)
    for number, one in enumerate(course.lessons, start=1):
        if one.id in progress.opened:
            mark = "✅"
        else:
            mark = "▶️" if following is not None and following.id == one.id else "🔒"
        yield words.t("{mark} {title}", mark=mark, title=_numbered(words, one, number))


def _numbered(words: Words, lesson: Lesson, number: int) -> Markup:
    if not lesson.title:
        return called(words, lesson, number)
    return words.t("{number}. {title}", number=number, title=called(words, lesson, number))


def _quiz(words: Words, course: Course, progress: Progress) -> Markup:
    if progress.has_passed:
        return words.t("✅ Quiz passed")
    if rules.next_lesson(course, progress) is None:
        return words.t("▶️ Quiz")
    return words.t("🔒 Quiz, once all lessons were opened")


def _rows(words: Words, course: Course, progress: Progress, *, is_staff: bool) -> Iterator[Row]:
    following = rules.next_lesson(course, progress)
    if following is not None:
        number, _, _ = rules.beside(course, following.id)
        go_on = words.t("▶ Lesson {number}", number=number)
        yield (button(go_on, pack("courses.read", following.id)),)
    elif course.asked:
        again = words.t("📝 Take the quiz again")
        label = again if progress.has_passed else words.t("📝 Begin the quiz")
        yield (button(label, pack("courses.sit", course.id)),)
    opened = [
        button(words.t("{number}", number=number), pack("courses.read", one.id))
        for number, one in enumerate(course.lessons, start=1)
        if one.id in progress.opened
    ]
    yield from in_rows(opened, NUMBERS_IN_A_ROW)
    last = [button(words.t("‹ All courses"), pack("courses.list", 1))]
    if progress.opened and progress.finished_at is None:
        last.append(button(words.t("⏰ Remind me"), pack("courses.remind", course.id)))
    yield tuple(last)
    if is_staff:
        yield (button(words.t("🛠 Manage"), pack("courses.desk", course.id)),)
