"""Correcting what is on record: a button asks or settles, a reply answers; each change is kept."""

from commands.activities import handlers
from commands.activities.faults import Fault
from commands.activities.reporting import fields, questions
from commands.activities.reporting.faulty import reason
from commands.activities.reporting.fields import Question
from commands.activities.rules import choices, may_correct
from commands.kit import Post, Talk
from locales import Words
from storage import activities, corrections, organisations
from storage.activities import Activity
from storage.corrections import Correction
from storage.database import Store
from storage.unsure import PARTNERS


async def ask(question: Question, talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button below the receipt: the question is owed, so that a reply finds it for ever."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await _owe(question, talk, activity, _beside(talk, activity))
        await talk.toast(questions.answer_below(talk.words))


async def answer(question: Question, talk: Talk, activity_id: int) -> None:
    """A reply to the question: corrects at once, or says why not and asks again."""
    file = talk.message.attachment
    if file is not None and file.is_shown:
        await handlers.receipt_answered(talk, activity_id)
        return
    activity = await correctable(talk, (activity_id,))
    if activity is None:
        return
    change = question.read(talk.message.text, talk.today)
    if isinstance(change, Fault):
        await talk.say(reason(talk.words, change))
        await _owe(question, talk, activity, talk.message.id)
    else:
        await _correct(talk, activity, change)
        await talk.say(questions.corrected(talk.words, activity, change))


async def take(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A candidate's button below the receipt."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    place, mark = numbers[1:] if len(numbers) == len(("activity", "field", "mark")) else (-1, 0)
    change = fields.chosen(activity, place, mark)
    if change is None:
        await talk.toast(questions.answered_before(talk.words))
    else:
        await _correct(talk, activity, change)
        await talk.toast(questions.kept(talk.words))


async def leave_partners(talk: Talk, numbers: tuple[int, ...]) -> None:
    """None of those who are named was part of it."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await corrections.leave(talk.store, activity.id, PARTNERS)
        await talk.toast(questions.kept(talk.words))


async def choose_organisation(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The receipt's button opens a list of buttons; with a second number another page of it."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    mine = choices(talk.asker, await organisations.every(talk.store))
    if not mine:
        await talk.toast(questions.not_your_organisation(talk.words))
        return
    page = numbers[1] if len(numbers) > 1 else 1
    post = questions.which_organisation(talk.words, activity, mine, page)
    await (talk.edit(post) if len(numbers) > 1 else talk.reply(post))


async def set_organisation(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of those buttons."""
    activity = await correctable(talk, numbers[:1])
    if activity is None:
        return
    mine = choices(talk.asker, await organisations.every(talk.store))
    chosen = next((one for one in mine if numbers[1:] == (one.id,)), None)
    if chosen is None:
        await talk.toast(questions.not_your_organisation(talk.words))
        return
    await _correct(talk, activity, Correction(organisation_id=chosen.id))
    await talk.edit(Post(questions.organisation_corrected(talk.words, activity, chosen)))


async def question_of(
    question: Question, store: Store, words: Words, activity_id: int
) -> Post | None:
    activity = await activities.one(store, activity_id)
    return questions.asked(words, question, activity) if activity else None


async def correctable(talk: Talk, numbers: tuple[int, ...]) -> Activity | None:
    """The activity, if there is one and the asker may correct it; else says why not.

    A report that was joined to another is that other one.
    """
    activity = await activities.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if activity is not None and activity.part_of is not None:
        activity = await activities.one(talk.store, activity.part_of)
    if activity is None:
        await talk.say(questions.gone(talk.words))
    elif may_correct(talk.asker, activity):
        return activity
    else:
        await talk.say(questions.not_yours(talk.words))
    return None


async def _correct(talk: Talk, activity: Activity, change: Correction) -> None:
    person = talk.asker.person.id
    await corrections.correct(talk.store, activity.id, change, person, talk.now)


async def _owe(question: Question, talk: Talk, activity: Activity, reply_to: int) -> None:
    kind, place = question.kind, talk.place.id
    await activities.ask(talk.store, kind, activity.id, place, talk.now, reply_to=reply_to)


def _beside(talk: Talk, activity: Activity) -> int:
    """In a group a question opens the keyboard of the one whose message it replies to."""
    is_reporter = talk.asker.person.id == activity.reporter_id
    is_here = talk.place.id == activity.chat_id
    return activity.message_id if is_reporter and is_here else talk.message.id
