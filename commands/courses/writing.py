"""Staff write a course: what they send goes where the step that they are at says."""

from collections.abc import Awaitable, Callable

from markupsafe import Markup

from commands.courses import prompts, rules
from commands.courses.rules import MOST, FaultError
from commands.kit import Post, Role, Talk
from locales import Words
from storage import course_writings, courses, lessons, quiz_questions
from storage.course_writings import (
    EXPLANATION,
    LESSON,
    OPTIONS,
    QUESTION,
    RETITLE,
    REWORD,
    RIGHT,
    TITLE,
    Writing,
)
from storage.database import Store
from storage.lessons import Added, LessonFile
from storage.quiz_questions import BREAK


async def written(talk: Talk) -> bool:
    """Words or a file of somebody who writes a course; False: nobody waits for them."""
    if talk.asker.role < Role.STAFF:
        return False
    writing = await course_writings.of(talk.store, talk.asker.person.id, talk.now)
    if writing is None:
        return False
    try:
        await _STEPS[writing.step](talk, writing)
    except FaultError as fault:
        sentence = str(fault)
        await talk.say(talk.words.t(sentence, most=MOST.get(sentence, 0)))
    return True


async def replied(talk: Talk, _subject_id: int) -> bool:
    """A reply to a prompt is the same as what comes without one."""
    return await written(talk)


async def prompt(store: Store, words: Words, writing_id: int) -> Post | None:
    """What is wanted now; nothing any more once another step has begun."""
    writing = await course_writings.one(store, writing_id)
    if writing is None:
        return None
    if writing.course_id is None:
        return prompts.title(words)
    course = await courses.one(store, writing.course_id)
    number = writing.question_id
    asked = await quiz_questions.one(store, number) if number else None
    return prompts.prompt(words, writing.step, course, asked) if course else None


async def receipt(store: Store, words: Words, lesson_id: int) -> Post | None:
    """What has arrived of a lesson."""
    lesson = await lessons.one(store, lesson_id)
    course = await courses.one(store, lesson.course_id) if lesson else None
    return prompts.receipt(words, course, lesson) if lesson and course else None


async def _title(talk: Talk, _writing: Writing) -> None:
    title = rules.read_title(talk.message.text)
    if title:
        await courses.begin(talk.store, title, talk.asker.person.id, talk.now)
    else:
        await _say_title(talk)


async def _retitle(talk: Talk, writing: Writing) -> None:
    title = rules.read_title(talk.message.text)
    if title and writing.course_id is not None:
        await courses.retitle(talk.store, writing.course_id, title, writing.person_id, talk.now)
    else:
        await _say_title(talk)


async def _lesson(talk: Talk, writing: Writing) -> None:
    """Words, a photo, a film or a file; an album comes one by one."""
    message = talk.message
    begun = await lessons.one(talk.store, writing.lesson_id) if writing.lesson_id else None
    words = message.spelt_out()
    if not rules.has_room(begun, words):
        await talk.say(_too_long(talk.words))
        return
    file = message.attachment
    if file is None and not words.strip():
        await talk.say(
            talk.words.t("A lesson takes words, photos, films and files; this is none of them.")
        )
        return
    title, text = rules.read_lesson(words) if begun is None or not begun.text else ("", words)
    sent = LessonFile(kind=file.kind, file_id=file.file_id, name=file.name) if file else None
    added = Added(message_id=message.id, title=title, text=text, file=sent)
    if not await lessons.add(talk.store, writing, added, talk.now):
        await talk.say(
            talk.words.t(
                "A lesson has room for {most} pictures and films, and as many files. This one was"
                " left out; put it into the next lesson.",
                most=lessons.MOST,
            )
        )


async def _reword(talk: Talk, writing: Writing) -> None:
    words = talk.message.spelt_out()
    title, text = rules.read_lesson(words)
    if not words.strip():
        await talk.say(talk.words.t("Please send words; pictures are added with another button."))
    elif not rules.has_room(None, words):
        await talk.say(_too_long(talk.words))
    else:
        await lessons.reword(talk.store, writing, title, text, talk.now)


async def _question(talk: Talk, writing: Writing) -> None:
    said = rules.read_question(talk.message.text)
    if said.text:
        await quiz_questions.write(talk.store, writing, said, talk.now)
    else:
        await talk.say(talk.words.t("Please write the question in words."))


async def _options(talk: Talk, writing: Writing) -> None:
    lines = [line.strip() for line in talk.message.text.splitlines() if line.strip()]
    options, right, explanation = rules.read_options(lines)
    if len(options) <= 1:
        await talk.say(talk.words.t("Two options at least, please, one a line."))
        return
    values: dict[str, object] = {"options": BREAK.join(options)}
    values |= {} if right is None else {"right": right}
    values |= {"explanation": explanation} if explanation else {}
    await _complete(talk, writing, values)


async def _right(talk: Talk, _writing: Writing) -> None:
    await talk.say(talk.words.t("Please press the option that is right, above."))


async def _explanation(talk: Talk, writing: Writing) -> None:
    said = rules.read_explanation(talk.message.text)
    if said:
        await _complete(talk, writing, {"explanation": said})
    else:
        await talk.say(talk.words.t("Please write it in words, or press “Without one”."))


async def _complete(talk: Talk, writing: Writing, values: dict[str, object]) -> None:
    number = writing.question_id or 0
    person_id = talk.asker.person.id
    if not await quiz_questions.complete(talk.store, number, values, person_id, talk.now):
        await talk.say(talk.words.t("This question was finished by somebody else meanwhile."))


async def _say_title(talk: Talk) -> None:
    await talk.say(
        talk.words.t(
            "A title of 1 to {most} characters, please, in words.", most=rules.TITLE_CHARACTERS
        )
    )


def _too_long(words: Words) -> Markup:
    return words.t(
        "These words have no room in one lesson: at most {most} characters. Nothing was taken;"
        " please make two lessons of them.",
        most=str(rules.LESSON_CHARACTERS),
    )


_STEPS: dict[str, Callable[[Talk, Writing], Awaitable[None]]] = {
    TITLE: _title,
    RETITLE: _retitle,
    LESSON: _lesson,
    REWORD: _reword,
    QUESTION: _question,
    OPTIONS: _options,
    RIGHT: _right,
    EXPLANATION: _explanation,
}
