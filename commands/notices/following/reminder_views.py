"""Reminders: the message to a liaison in private, and the one that names in the group."""

from markupsafe import Markup

from commands.kit import Post, button, clip, pack, private_link
from commands.notices.following.callees import chat
from commands.notices.following.standings import answer_row, as_deputy, own_of, stand
from commands.notices.layout import brief
from commands.notices.reading.cards import recalled
from commands.notices.terms import NAME, SHORT_NAME
from locales import Words
from storage.boards import Board, Standing
from storage.notices import OPEN, RECALLED, Notice
from storage.reminders import Reminder

TEXT_LINES, TEXT_UNITS = 12, 800
"""Of the notice's text in a reminder: the card has the whole."""
TEXT_UNITS_IN_GROUP = 80
LIAISONS, NAME_IN_GROUP = 3, 12
"""So many of an organisation's liaisons are called in the group, with so many characters."""
NAMED = 30
"""More organisations are only counted there."""


def reminder(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """Asks a liaison once more; once answered it thanks. None: nothing to ask, and not sent yet."""
    if board.notice.state == RECALLED:
        return recalled(words, board.notice)
    own = own_of(board, reminder.person_id)
    is_missing = any(not one.answer for one in own)
    if is_missing and (board.notice.state != OPEN or _is_last(reminder, board.notice)):
        is_owed = reminder.is_shown or _is_last(reminder, board.notice)
        return _ended(words, board, own) if is_owed else None
    if is_missing:
        return _asking(words, reminder, board, own)
    return _thanks(words, board, own) if own and reminder.is_shown else None


def mention(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """Names in the group whom nothing reaches in private; tapping a liaison opens the chat."""
    if board.notice.state == RECALLED:
        return recalled(words, board.notice)
    lost = board.out_of_reach if reminder.reminded_by else board.uncalled.out_of_reach
    named = lost if board.notice.state == OPEN else ()
    number = board.notice.number or 0
    if lost and not named:
        over = words.t("🔒 Notice {number} has ended.", number=number)
        return Post(over) if reminder.is_shown else None
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
        (answer_row(words, board.notice, reminder, "mention"), (private,)),
    )


def _asking(words: Words, reminder: Reminder, board: Board, own: tuple[Standing, ...]) -> Post:
    notice = board.notice
    text = brief(notice.text, TEXT_LINES, TEXT_UNITS)
    number = notice.number or 0
    lines = [
        words.t("⏰ <b>Reminder: notice {number}</b>\n\n{text}", number=number, text=text),
        Markup(),
        *_late(words, reminder),
        *stand(words, own, notice.choices),
        *as_deputy(words, own, reminder.person_id),
        words.t("Please answer below, thank you!"),
    ]
    buttons = [answer_row(words, notice, reminder, "reminder")]
    if text != notice.text:
        buttons.append((button(words.t("Full text"), pack("notices.show", number)),))
    return Post(Markup("\n").join(lines), tuple(buttons))


def _is_last(reminder: Reminder, notice: Notice) -> bool:
    """True: it came at the deadline itself."""
    return notice.deadline is not None and reminder.reminded_at >= notice.deadline


def _ended(words: Words, board: Board, own: tuple[Standing, ...]) -> Post:
    """No answer came in time."""
    notice = board.notice
    number, text = notice.number or 0, brief(notice.text, TEXT_LINES, TEXT_UNITS)
    lines = [
        words.t(
            "🔒 <b>Notice {number} has ended</b> without an answer from you\n\n{text}",
            number=number,
            text=text,
        ),
        Markup(),
        *stand(words, own, notice.choices),
        words.t(
            "If you still want to answer, please tell {name}.",
            name=clip(notice.decider or notice.author, NAME),
        ),
    ]
    show = button(words.t("Show it"), pack("notices.show", number))
    return Post(Markup("\n").join(lines), ((show,),))


def _thanks(words: Words, board: Board, own: tuple[Standing, ...]) -> Post:
    number = board.notice.number or 0
    lines = [
        words.t("✅ Notice {number}: answered, thank you!", number=number),
        *stand(words, own, board.notice.choices),
    ]
    again = button(words.t("Show or change"), pack("notices.show", number))
    return Post(Markup("\n").join(lines), ((again,),))


def _late(words: Words, reminder: Reminder) -> tuple[Markup, ...]:
    if reminder.promised_at is None:
        return ()
    moment = words.moment(reminder.promised_at, words.zone)
    late = words.t("(Due on {moment}; I was not at work then, so it comes late.)", moment=moment)
    return (late,)


def _called(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    if not standing.liaisons:
        return words.t("• {organisation}: no liaison yet", organisation=name)
    called = [chat(words, one, NAME_IN_GROUP) for one in standing.liaisons[:LIAISONS]]
    return words.t("• {organisation}: {people}", organisation=name, people=words.list(called))
