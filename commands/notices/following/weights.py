"""What is important, to liaisons in private; who did not answer what is urgent, to staff."""

from markupsafe import Markup

from commands.kit import Post, Row, button, pack
from commands.notices.following.callees import line, line_with_reasons
from commands.notices.following.standings import answer_row, as_deputy, own_of, stand
from commands.notices.layout import PAGE_UNITS, beginning, paged
from commands.notices.reading.cards import asking, recalled
from locales import Words
from storage.boards import Board
from storage.notices import OPEN, RECALLED, URGENT
from storage.reminders import Reminder

COPY_UNITS = 2600
"""Of an important notice's text in private; the rest is behind a button."""


def copy(words: Words, reminder: Reminder, board: Board) -> Post | None:
    """An important notice in its reader's language, its own text untouched."""
    notice = board.notice
    if notice.state == RECALLED:
        return recalled(words, notice)
    own = own_of(board, reminder.person_id)
    number, text = notice.number or 0, beginning(notice.text, COPY_UNITS)
    if notice.weight == URGENT:
        title = words.t("🚨 <b>Urgent: notice {number}</b>\n\n{text}", number=number, text=text)
    else:
        title = words.t("❗ <b>Important: notice {number}</b>\n\n{text}", number=number, text=text)
    lines = [title, Markup(), *asking(words, notice), *stand(words, own, notice.choices)]
    rows: list[Row] = []
    if notice.state == OPEN and any(not one.answer for one in own):
        lines += as_deputy(words, own, reminder.person_id)
        rows.append(answer_row(words, notice, reminder, "copy"))
    if text != notice.text or not rows:
        rows.append((button(words.t("Show or change"), pack("notices.show", number)),))
    return Post(Markup("\n").join(lines), tuple(rows))


def unheard(words: Words, board: Board) -> Post:
    """For staff, after the last repetition: whom to call, whom no private message reaches."""
    number = board.notice.number or 0
    missing, lost = board.missing, board.out_of_reach
    if not missing or board.notice.state != OPEN:
        return Post(words.t("✅ Notice {number}: nobody is missing any more.", number=number))
    silent = [one for one in missing if one not in lost]
    lines = [
        words.n(
            "🚨 Notice {number} is urgent, and {count} organisation has not answered after three"
            " reminders. Please call:",
            "🚨 Notice {number} is urgent, and {count} organisations have not answered after three"
            " reminders. Please call:",
            len(missing),
            number=number,
        ),
        *(line(words, one) for one in silent),
    ]
    if lost:
        lines += [Markup(), words.t("📵 No private message reaches these:")]
        lines += [line_with_reasons(words, one) for one in lost]
    first, *more = paged(lines, PAGE_UNITS)
    every = button(words.t("All, with their liaisons"), pack("notices.pending", number))
    return Post(first, ((every,),) if more else ())
