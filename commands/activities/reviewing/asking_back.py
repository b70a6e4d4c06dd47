"""Staff ask about a report; its people answer by a reply, with words, photos or a correction."""

from dataclasses import replace
from datetime import datetime

from commands.activities import handlers
from commands.activities.reporting import questions
from commands.activities.reporting.tellings import told
from commands.activities.reviewing import answers, reviewing
from commands.activities.rules import may_correct
from commands.kit import Message, Post, Role, Talk
from locales import Words
from storage import activities, corrections, queries, reviews
from storage.activities import Activity
from storage.database import Store
from storage.queries import Query

ASK = "activities.ask_query"
"""The message that asks staff for their question; its subject is the activity."""


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """❓: the question is to be written as a reply."""
    activity = await reviewing.whole(talk, numbers)
    if activity is not None:
        place, message = talk.place.id, talk.message.id
        await activities.ask(talk.store, ASK, activity.id, place, talk.now, reply_to=message)
        await talk.toast(questions.answer_below(talk.words))


async def which_question(store: Store, words: Words, activity_id: int) -> Post | None:
    activity = await activities.one(store, activity_id)
    return answers.which_question(words, activity) if activity else None


async def asked(talk: Talk, activity_id: int) -> None:
    """The reply: who reported it gets it, and the next report comes."""
    activity = await activities.one(talk.store, activity_id)
    said = talk.message.text.strip()
    if talk.asker.role < Role.STAFF:
        await talk.say(answers.only_staff(talk.words))
    elif activity is None:
        await talk.say(questions.gone(talk.words))
    elif not said:
        await talk.say(answers.words_wanted(talk.words))
    else:
        await reviews.ask(talk.store, activity_id, said, talk.asker.person.id, talk.now)
        await talk.say(answers.passed_on(talk.words, activity))
        await reviewing.show_next(talk, activity_id)


async def question(store: Store, words: Words, query_id: int) -> Post | None:
    """For who reported it; with its answer once there is one."""
    query, activity = await _of(store, query_id)
    return answers.question(words, query, activity) if query else None


async def unreached(store: Store, query_id: int, _person_id: int, now: datetime) -> None:
    """Then it is asked where the report is."""
    await queries.unreached(store, query_id, now)


async def answered(talk: Talk, query_id: int) -> None:
    """A reply to the question, of anybody who may correct the report."""
    query, activity = await _of(talk.store, query_id)
    photo = handlers.sent(talk, talk.message)
    said = talk.message.text.strip()
    if query is None or activity is None:
        await talk.say(questions.gone(talk.words))
    elif not may_correct(talk.asker, activity):
        await talk.say(questions.not_yours(talk.words))
    elif photo is not None:
        await queries.show(talk.store, query_id, photo, talk.now)
    elif not said:
        await talk.say(answers.words_wanted(talk.words))
    else:
        await queries.answer(talk.store, query_id, said, talk.asker.person.id, talk.now)
        change = answers.what_it_changes(activity, await told(talk, said))
        await talk.reply(answers.thanks(talk.words, activity, query, change))


async def adopt(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What the answer says for sure is put into the record, by a press of its people."""
    query, activity = await _of(talk.store, numbers[0] if numbers else 0)
    if query is None or activity is None or query.answered_at is None:
        await talk.toast(questions.gone(talk.words))
    elif not may_correct(talk.asker, activity):
        await talk.toast(questions.not_yours(talk.words), alert=True)
    else:
        written = Message(talk.message.id, query.answered_at, query.answer)
        report = await told(replace(talk, message=written), query.answer)
        change = answers.what_it_changes(activity, report)
        person = talk.asker.person.id
        await corrections.correct(talk.store, activity.id, change, person, talk.now)
        await talk.toast(questions.kept(talk.words))
        await talk.edit(answers.adopted(talk.words, activity, change))


async def answer(store: Store, words: Words, query_id: int) -> Post | None:
    """For the one of staff who asked."""
    query, activity = await _of(store, query_id)
    return answers.answer(words, query, activity) if query else None


async def number_of(store: Store, query_id: int) -> int | None:
    """Its activity's."""
    query = await queries.one(store, query_id)
    return query.activity_id if query else None


async def _of(store: Store, query_id: int) -> tuple[Query | None, Activity | None]:
    query = await queries.one(store, query_id)
    activity = await activities.one(store, query.activity_id) if query else None
    return query, activity
