"""What staff see while they make and mend a course."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.courses import views
from commands.courses.views import LINE, NAME, NUMBERS_IN_A_ROW, STATES
from commands.kit import Button, Page, Post, Row, button, clip, in_rows, pack, page_of, pager
from locales import Words
from storage.courses import DRAFT, OPEN, SHARES, Course, Listed
from storage.features import Place
from storage.lessons import Lesson
from storage.quiz_questions import Question

PLACES = 6
SHOWN = 8
TITLE = 30


def desk(words: Words, course: Course) -> Post:
    """A course as a whole, with everything that can be done to it."""
    lines = [
        words.t("🛠 <b>{title}</b>", title=clip(course.title, NAME)),
        words.t("State: {state}", state=words.t(STATES[course.state])),
        Markup(),
    ]
    lines += [_lesson_line(words, one, at) for at, one in enumerate(course.lessons, start=1)]
    if not course.lessons:
        lines.append(words.t("There is no lesson yet."))
    lines.append(_quiz_line(words, course))
    unfinished = len(course.questions) - len(course.asked)
    if unfinished:
        lines.append(
            words.n(
                "⚠️ {count} question is not finished, and is not asked",
                "⚠️ {count} questions are not finished, and are not asked",
                unfinished,
            )
        )
    return Post(LINE.join(lines), tuple(_desk_rows(words, course)))


def lessons(words: Words, course: Course) -> Post:
    """The lessons, to choose one that is mended."""
    lines = [words.t("📖 <b>{title}</b>: which lesson?", title=clip(course.title, NAME))]
    lines += [_lesson_line(words, one, at) for at, one in enumerate(course.lessons, start=1)]
    numbers = [
        button(words.t("{number}", number=at), pack("courses.lesson", one.id))
        for at, one in enumerate(course.lessons, start=1)
    ]
    return Post(LINE.join(lines), (*in_rows(numbers, NUMBERS_IN_A_ROW), (back(words, course.id),)))


def lesson(words: Words, course: Course, one: Lesson, number: int) -> Post:
    """One lesson: what can be done to it."""
    text = _lesson_line(words, one, number) if number else views.called(words, one, number)
    if not number:
        lines = [text, words.t("It was taken out; who opened it keeps that.")]
        again = button(words.t("↩️ Put it back"), pack("courses.undrop", one.id))
        return Post(LINE.join(lines), ((again,), (back(words, course.id),)))
    rows = [
        (
            button(words.t("✏️ Other words"), pack("courses.reword", one.id)),
            button(words.t("➕ Add to it"), pack("courses.more", one.id)),
        ),
        (
            button(words.t("🧹 Without pictures and files"), pack("courses.clear", one.id)),
            button(words.t("⬆️ Earlier"), pack("courses.up", one.id)),
        ),
        (
            button(words.t("🗑 Take it out"), pack("courses.drop", one.id)),
            button(words.t("‹ Lessons"), pack("courses.lessons", course.id)),
        ),
    ]
    beginning = clip(one.text, 200)
    return Post(LINE.join([text, words.t("{text}", text=beginning)]), tuple(rows))


def questions(words: Words, course: Course) -> Post:
    """The questions, to choose one that is mended."""
    lines = [words.t("📝 <b>{title}</b>: which question?", title=clip(course.title, NAME))]
    lines += [
        words.t("{number}. {text}", number=at, text=clip(one.text, NAME))
        for at, one in enumerate(course.questions, start=1)
    ]
    numbers = [
        button(words.t("{number}", number=at), pack("courses.question", one.id))
        for at, one in enumerate(course.questions, start=1)
    ]
    new = button(words.t("➕ Question"), pack("courses.ask", course.id))
    rows = (*in_rows(numbers, NUMBERS_IN_A_ROW), (new, back(words, course.id)))
    return Post(LINE.join(lines), rows)


def question(words: Words, one: Question) -> Post:
    """One question with its options, and what can be done to it."""
    lines = [words.t("📝 <b>{text}</b>", text=one.text)]
    lines += [
        words.t("{mark} {option}", mark="✅" if at == one.right else "▫️", option=option)
        for at, option in enumerate(one.options)
    ]
    if one.explanation:
        lines.append(words.t("💡 {text}", text=one.explanation))
    if not one.is_whole:
        lines.append(words.t("⚠️ It is not finished, and is not asked."))
    rows = (
        (
            button(words.t("✏️ Write it anew"), pack("courses.correct", one.id)),
            button(words.t("⬆️ Earlier"), pack("courses.qup", one.id)),
        ),
        (
            button(words.t("🗑 Take it out"), pack("courses.qdrop", one.id)),
            button(words.t("‹ Questions"), pack("courses.asks", one.course_id)),
        ),
    )
    return Post(LINE.join(lines), rows)


def shares(words: Words, course: Course) -> Post:
    """How many have to be right."""
    text = words.t("🎯 How many questions have to be right? Who passed before has passed.")
    buttons = []
    for share in SHARES:
        needed = -(-len(course.asked) * share // 100)
        said = words.t("{share} % ({needed} of {asked})", **_counts(course, share, needed))
        tick = Markup("✅ ") if share == course.share else Markup()
        buttons.append(button(tick + said, pack("courses.share", course.id, share)))
    return Post(text, (*in_rows(buttons, 1), (back(words, course.id),)))


def publishing(words: Words, course: Course, places: Sequence[Place]) -> Post:
    """Before it is open to everybody, or a group is told of it."""
    title = clip(course.title, NAME)
    if course.state == OPEN:
        text = words.t("📣 Which group shall be told of “{title}”?", title=title)
    else:
        text = words.t(
            "📣 <b>{title}</b>: {held}.\nOnce it is open, everybody can learn. Shall a group be"
            " told?",
            title=title,
            held=views.held(words, course),
        )
    rows = list(in_rows([_place(words, course, one) for one in places[:PLACES]], 1))
    if course.state != OPEN:
        quietly = button(words.t("Open it, tell no group"), pack("courses.open", course.id))
        rows.append((quietly,))
    return Post(text, (*rows, (back(words, course.id),)))


def retiring(words: Words, course: Course) -> Post:
    """Before a course is taken from everybody."""
    text = words.t(
        "Shall “{title}” be retired? Nobody is shown it then; who has finished it keeps that, and"
        " it can be opened again.",
        title=clip(course.title, NAME),
    )
    sure = button(words.t("🗄 Retire it"), pack("courses.sure", course.id))
    return Post(text, ((sure, back(words, course.id)),))


def retired(words: Words, found: Sequence[Listed], number: int) -> Post:
    """What nobody is shown any more."""
    page: Page[Listed] = page_of(found, number, SHOWN)
    text = words.t("🗄 <b>Retired courses</b>")
    if not found:
        text = LINE.join([text, words.t("There are none.")])
    buttons = [
        button(words.list([clip(one.title, TITLE)]), pack("courses.desk", one.id))
        for one in page.items
    ]
    home = button(words.t("‹ All courses"), pack("courses.list", 1))
    return Post(text, (*in_rows(buttons, 1), pager(page, "courses.retired"), (home,)))


def back(words: Words, course_id: int) -> Button:
    """To the course as a whole."""
    return button(words.t("‹ The course"), pack("courses.desk", course_id))


def _counts(course: Course, share: int, needed: int) -> dict[str, int]:
    return {"share": share, "needed": needed, "asked": len(course.asked)}


def _place(words: Words, course: Course, place: Place) -> Button:
    title = clip(place.title, TITLE)
    name = words.t("{group}: {topic}", group=title, topic=place.topic) if place.topic else title
    where = course.id, place.chat_id, place.topic_id or 0
    if course.state == OPEN:
        return button(words.t("📣 Tell {name}", name=name), pack("courses.tell", *where))
    return button(words.t("📣 Open it, and tell {name}", name=name), pack("courses.open", *where))


def amounts(words: Words, one: Lesson) -> Markup:
    """How much a lesson has of what."""
    parts = [words.n("{count} character", "{count} characters", len(one.text))]
    if one.pictures:
        parts.append(words.n("{count} picture", "{count} pictures", len(one.pictures)))
    if one.papers:
        parts.append(words.n("{count} file", "{count} files", len(one.papers)))
    return words.list(parts)


def _lesson_line(words: Words, one: Lesson, number: int) -> Markup:
    title = views.called(words, one, number)
    return words.t(
        "{number}. {title} ({what})", number=number, title=title, what=amounts(words, one)
    )


def _quiz_line(words: Words, course: Course) -> Markup:
    if not course.asked:
        return words.t("📝 No question yet; without one the last lesson is the end.")
    return words.n(
        "📝 {count} question, {needed} right to pass ({share} %)",
        "📝 {count} questions, {needed} right to pass ({share} %)",
        len(course.asked),
        needed=course.needed,
        share=course.share,
    )


def _desk_rows(words: Words, course: Course) -> Iterator[Row]:
    def key(label: Markup, name: str) -> Button:
        return button(label, pack(f"courses.{name}", course.id))

    yield key(words.t("➕ Lesson"), "add"), key(words.t("➕ Question"), "ask")
    mending = []
    if course.lessons:
        mending.append(key(words.t("📖 Mend lessons"), "lessons"))
    if course.questions:
        mending.append(key(words.t("📝 Mend questions"), "asks"))
    yield tuple(mending)
    yield key(words.t("✏️ Title"), "retitle"), key(words.t("🎯 To pass"), "shares")
    look = key(words.t("👀 As readers see it"), "show")
    if course.state == OPEN:
        yield look, key(words.t("📊 Who has finished"), "figures")
        yield key(words.t("📣 Tell a group"), "publish"), key(words.t("🗄 Retire"), "retire")
    else:
        yield (look, key(words.t("📣 Publish"), "publish"))
        if course.state == DRAFT:
            yield (key(words.t("🗄 Put aside"), "retire"),)
    yield (button(words.t("‹ All courses"), pack("courses.list", 1)),)
