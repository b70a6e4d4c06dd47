"""Reminders: the buttons for staff, the message to a liaison, the one that names in the group."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, private_link
from commands.notices.following.pending import Plan
from commands.notices.forms import said
from commands.notices.layout import beginning, brief
from commands.notices.reading.cards import asking, recalled
from commands.notices.terms import SHORT_NAME
from locales import Words
from locales.text import clean
from storage import reminders
from storage.boards import Board, Standing
from storage.notices import DIFFICULT, OPEN, RECALLED, RECEIPT, URGENT, Notice
from storage.people import Person
from storage.reminders import Reminded, Reminder

TEXT_LINES, TEXT_UNITS = 12, 800
"""Of the notice's text in a reminder: the card has the whole."""
COPY_UNITS = 2600
"""Of an important notice's text in private; the rest is behind a button."""
TEXT_UNITS_IN_GROUP = 80
LIAISONS, NAME_IN_GROUP = 3, 12
"""So many of an organisation's liaisons are called in the group, with so many characters."""
NAMED = 30
"""More organisations are only counted there."""
OWN = 10


def plan(
    words: Words, board: Board, page: int, waits_until: datetime | None, *, is_today: bool
) -> Plan:
    """What staff can do about those who are missing, and when it will be done by itself."""
    ids = board.notice.id, page
    rows: list[Row] = []
    if board.missing:
        rows.append((button(words.t("Remind now"), pack("notices.remind", *ids)),))
    if waits_until is not None:
        moment = words.moment(waits_until, words.zone)
        rows.append((button(words.t("Cancel the reminder"), pack("notices.remind_not", *ids)),))
        return Plan((words.t("⏰ Will be reminded on {moment}.", moment=moment),), tuple(rows))
    if board.missing:
        label = words.t("Remind today 9:00") if is_today else words.t("Remind tomorrow 9:00")
        rows.append((button(label, pack("notices.remind_at", *ids)),))
    return Plan((), tuple(rows))


def reminded(words: Words, done: Reminded | None) -> Markup:
    """What pressing Remind now came to."""
    if done is None:
        return _takes_no_answers(words)
    if done.is_again:
        return words.t("They were reminded a moment ago. Please wait a minute.")
    if not done.people and not done.named:
        return words.t("All organisations have answered, so nobody needs a reminder.")
    parts = []
    if done.people:
        parts.append(
            words.n(
                "{count} liaison is reminded in private.",
                "{count} liaisons are reminded in private.",
                done.people,
            )
        )
    if done.named:
        parts.append(
            words.n(
                "{count} organisation is named in the group.",
                "{count} organisations are named in the group.",
                done.named,
            )
        )
    return Markup("\n").join(parts)


def planned(words: Words, plan: reminders.Plan | None) -> Markup:
    """What pressing Remind tomorrow came to."""
    if plan is None:
        return _takes_no_answers(words)
    moment = words.moment(plan.due_at, words.zone)
    if plan.is_made:
        return words.t("Those who are still missing are reminded on {moment}.", moment=moment)
    return words.t("A reminder is planned already: {moment}.", moment=moment)


def called_off(words: Words, *, is_off: bool) -> Markup:
    if is_off:
        return words.t("The reminder is cancelled.")
    return words.t("No reminder is planned any more.")


def reminder(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """Asks a liaison once more; once answered it thanks. None: nothing to ask, and not sent yet."""
    if board.notice.state == RECALLED:
        return recalled(words, board.notice)
    own = tuple(one for one in board.standings if _serves(reminder.person_id, one))
    if board.notice.state == OPEN and any(not one.answer for one in own):
        return _asking(words, reminder, board, own)
    return _thanks(words, board, own) if own and reminder.is_shown else None


def copy(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """An important notice in its reader's language, its own text untouched."""
    notice = board.notice
    if notice.state == RECALLED:
        return recalled(words, notice)
    own = tuple(one for one in board.standings if _serves(reminder.person_id, one))
    number, text = notice.number or 0, beginning(notice.text, COPY_UNITS)
    if notice.weight == URGENT:
        title = words.t("🚨 <b>Urgent: notice {number}</b>\n\n{text}", number=number, text=text)
    else:
        title = words.t("❗ <b>Important: notice {number}</b>\n\n{text}", number=number, text=text)
    lines = [title, Markup(), *asking(words, notice)]
    lines += [_stands(words, one, notice.choices) for one in own[:OWN]]
    rows: list[Row] = []
    if notice.state == OPEN and any(not one.answer for one in own):
        rows.append(_answer_row(words, notice, reminder, "copy"))
    if text != notice.text or not rows:
        rows.append((button(words.t("Show or change"), pack("notices.show", number)),))
    return Post(Markup("\n").join(lines), tuple(rows))


def unheard(words: Words, board: Board) -> Post:
    """For staff, after the last repetition of what is urgent."""
    number = board.notice.number or 0
    missing = board.missing
    if not missing or board.notice.state != OPEN:
        return Post(words.t("✅ Notice {number}: nobody is missing any more.", number=number))
    lines = [
        words.n(
            "🚨 Notice {number} is urgent, and {count} organisation has not answered after three"
            " reminders. Please call:",
            "🚨 Notice {number} is urgent, and {count} organisations have not answered after three"
            " reminders. Please call:",
            len(missing),
            number=number,
        ),
        *(_called(words, one) for one in missing[:NAMED]),
    ]
    if len(missing) > NAMED:
        more = len(missing) - NAMED
        lines.append(words.n("and {count} more", "and {count} more", more))
    return Post(Markup("\n").join(lines))


def mention(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """Names in the group whom nothing reaches in private; tapping a liaison opens the chat."""
    if board.notice.state == RECALLED:
        return recalled(words, board.notice)
    named = board.out_of_reach if board.notice.state == OPEN else ()
    number = board.notice.number or 0
    if not named:
        done = words.t("✅ Notice {number}: those named here have answered.", number=number)
        return Post(done) if reminder.is_shown else None
    text = clip(board.notice.text, TEXT_UNITS_IN_GROUP)
    lines = [
        words.t(
            "⏰ <b>Notice {number}</b> still needs an answer\n{text}", number=number, text=text
        ),
        *_late(words, reminder),
        Markup(),
        *(_called(words, one) for one in named[:NAMED]),
    ]
    if len(named) > NAMED:
        more = len(named) - NAMED
        lines.append(words.n("and {count} more", "and {count} more", more))
    lines += [Markup(), words.t("Press below. Who writes to me in private is reminded there.")]
    private = private_link(words.t("Answer in private"), "notice", str(number))
    return Post(
        Markup("\n").join(lines),
        (_answer_row(words, board.notice, reminder, "mention"), (private,)),
    )


def _asking(words: Words, reminder: Reminder, board: Board, own: tuple[Standing, ...]) -> Post:
    notice = board.notice
    text = brief(notice.text, TEXT_LINES, TEXT_UNITS)
    number = notice.number or 0
    lines = [
        words.t("⏰ <b>Reminder: notice {number}</b>\n\n{text}", number=number, text=text),
        Markup(),
        *_late(words, reminder),
        *(_stands(words, one, board.notice.choices) for one in own[:OWN]),
        words.t("Please answer below, thank you!"),
    ]
    buttons = [_answer_row(words, notice, reminder, "reminder")]
    if text != notice.text:
        buttons.append((button(words.t("Full text"), pack("notices.show", number)),))
    return Post(Markup("\n").join(lines), tuple(buttons))


def _thanks(words: Words, board: Board, own: tuple[Standing, ...]) -> Post:
    number = board.notice.number or 0
    lines = [
        words.t("✅ Notice {number}: answered, thank you!", number=number),
        *(_stands(words, one, board.notice.choices) for one in own[:OWN]),
    ]
    again = button(words.t("Show or change"), pack("notices.show", number))
    return Post(Markup("\n").join(lines), ((again,),))


def _answer_row(words: Words, notice: Notice, reminder: Reminder, place: str) -> Row:
    """The answers under names of their own: what is pressed tells which message it was on."""
    received = button(words.t("Received"), pack(f"notices.{place}_received", reminder.id))
    if notice.form == RECEIPT:
        return (received,)
    if notice.form == DIFFICULT:
        difficulty = pack(f"notices.{place}_difficulty", reminder.id)
        return (received, button(words.t("Difficulty"), difficulty))
    return (button(words.t("Answer"), pack(f"notices.{place}_open", reminder.id)),)


def _late(words: Words, reminder: Reminder) -> tuple[Markup, ...]:
    if reminder.promised_at is None:
        return ()
    moment = words.moment(reminder.promised_at, words.zone)
    late = words.t("(Due on {moment}; I was not at work then, so it comes late.)", moment=moment)
    return (late,)


def _serves(person_id: int | None, standing: Standing) -> bool:
    return any(one.id == person_id for one in standing.liaisons)


def _stands(words: Words, standing: Standing, choices: Sequence[str]) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    answer = said(words, standing.given, choices)
    return words.t("🏢 {organisation}: {answer}", organisation=name, answer=answer)


def _called(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    if not standing.liaisons:
        return words.t("• {organisation}: no liaison yet", organisation=name)
    people = words.list([_call(person) for person in standing.liaisons[:LIAISONS]])
    return words.t("• {organisation}: {people}", organisation=name, people=people)


def _call(person: Person) -> Markup:
    """Telegram notifies who is called so in a group."""
    name = clean(clip(person.name, NAME_IN_GROUP))
    return Markup('<a href="tg://user?id={}">{}</a>').format(person.id, name)


def _takes_no_answers(words: Words) -> Markup:
    return words.t("This notice takes no answers. /notices shows all of them.")
