"""What staff are asked for while they write a course, and what has arrived. Pure."""

from collections.abc import Callable

from markupsafe import Markup

from commands.courses import desks, rules, views
from commands.courses.views import LINE, NAME
from commands.kit import Button, Post, button, clip, in_rows, pack
from locales import Words
from storage.course_writings import (
    DONE,
    EXPLANATION,
    LESSON,
    OPTIONS,
    QUESTION,
    RETITLE,
    REWORD,
    RIGHT,
)
from storage.courses import Course
from storage.lessons import Lesson
from storage.quiz_questions import Question

OPTION, END = 30, 40
REASON = "解释："
"""What stands before an explanation; `rules.REASON` reads it."""


def title(words: Words) -> Post:
    """Of a new course."""
    text = words.t(
        "📚 <b>A new course</b>\nWhat is it called? Write the title, at most {most} characters.",
        most=rules.TITLE_CHARACTERS,
    )
    return Post(text, ((button(words.t("Cancel"), pack("courses.stop")),),))


def prompt(words: Words, step: str, course: Course, asked: Question | None) -> Post:
    """What is wanted of a course next."""
    if step == DONE:
        return desks.desk(words, course)
    text = _PROMPTS[step](words, course)
    if asked is not None and step == QUESTION:
        text = _anew(words, asked)
    elif asked is not None:
        text = LINE.join([words.t("📝 <b>{text}</b>", text=asked.text), text])
    rows = []
    if step == RIGHT and asked is not None:
        rows += list(in_rows([_option(words, asked, at) for at in range(len(asked.options))], 1))
    if step == EXPLANATION and asked is not None:
        plain = button(words.t("Without one"), pack("courses.plain", asked.id))
        rows.append((plain,))
    rows.append((desks.back(words, course.id),))
    return Post(text, tuple(rows))


def receipt(words: Words, course: Course, lesson: Lesson) -> Post:
    """What a lesson has by now; whoever writes it goes on, or not."""
    number, _, _ = rules.beside(course, lesson.id)
    lines = [
        words.t(
            "✅ Lesson {number}: {title}",
            number=number,
            title=views.called(words, lesson, number),
        ),
        words.t("{what} so far.", what=desks.amounts(words, lesson)),
        *([words.t("It ends: “{words}”", words=_end(lesson.text))] if lesson.text else []),
        words.t("What you send now still belongs to it. Then:"),
    ]
    rows = (
        (
            button(words.t("➕ Next lesson"), pack("courses.add", course.id)),
            button(words.t("📝 On to the questions"), pack("courses.ask", course.id)),
        ),
        (
            button(words.t("✏️ Change this lesson"), pack("courses.lesson", lesson.id)),
            button(words.t("✅ Done"), pack("courses.desk", course.id)),
        ),
    )
    return Post(LINE.join(lines), rows)


def _end(text: str) -> str:
    """The last words, so that what does not belong there is noticed."""
    last = text.rsplit("\n", 1)[-1]
    return last if len(last) <= END else f"…{last[-END:]}"


def _option(words: Words, asked: Question, at: int) -> Button:
    label = words.list([clip(asked.options[at], OPTION)])
    return button(label, pack("courses.right", asked.id, at))


def _lesson(words: Words, course: Course) -> Markup:
    return words.t(
        "📖 <b>{title}</b>, lesson {number}\nSend its words, photos, a film or files, in any order"
        " and in several messages. A short first line is its title.",
        title=clip(course.title, NAME),
        number=len(course.lessons) + 1,
    )


def _question(words: Words, course: Course) -> Markup:
    return words.t(
        "📝 <b>{title}</b>, question {number}\nSend it in one message: the question, then an option"
        " a line with * before the right one, then why. For example:\n\n<code>Who comes to the"
        " joint meeting?\nOnly the street office\n*All member organisations\nExplanation: it is a"
        " meeting of all of them.</code>\n\nOr only the question first; I ask for the rest.",
        title=clip(course.title, NAME),
        number=len(course.questions) + 1,
    )


def _anew(words: Words, asked: Question) -> Markup:
    """As it stands, in the form in which it is written."""
    lines = [asked.text]
    lines += [f"*{one}" if at == asked.right else one for at, one in enumerate(asked.options)]
    lines += [f"{REASON}{asked.explanation}"] if asked.explanation else []
    return words.t(
        "✏️ This is how it stands; a tap copies it. Change it, and send it in one message:\n\n"
        "<code>{text}</code>",
        text="\n".join(lines),
    )


def _options(words: Words, _course: Course) -> Markup:
    return words.t(
        "Now the options, one a line, 2 to {most}, with * before the right one.",
        most=rules.OPTIONS,
    )


def _right(words: Words, _course: Course) -> Markup:
    return words.t("Which option is right? Press it.")


def _explanation(words: Words, _course: Course) -> Markup:
    return words.t(
        "Why is it right? A sentence of at most {most} characters, shown to who chose another one.",
        most=rules.EXPLANATION_CHARACTERS,
    )


def _retitle(words: Words, course: Course) -> Markup:
    return words.t(
        "✏️ “{title}”: what shall it be called? At most {most} characters.",
        title=clip(course.title, NAME),
        most=rules.TITLE_CHARACTERS,
    )


def _reword(words: Words, _course: Course) -> Markup:
    return words.t(
        "✏️ Send the words of the lesson anew, in one message; its pictures and files stay. A short"
        " first line is its title."
    )


_PROMPTS: dict[str, Callable[[Words, Course], Markup]] = {
    LESSON: _lesson,
    QUESTION: _question,
    OPTIONS: _options,
    RIGHT: _right,
    EXPLANATION: _explanation,
    RETITLE: _retitle,
    REWORD: _reword,
}
