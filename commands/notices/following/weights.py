"""Who did not answer what is urgent, for staff."""

from markupsafe import Markup

from commands.kit import Post, button, pack
from commands.notices.following.callees import line, line_with_reasons
from commands.notices.following.plans import phone_rows
from commands.notices.layout import PAGE_UNITS, paged
from locales import Words
from storage.boards import Board
from storage.notices import OPEN


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
    rows = phone_rows(words, board.notice.id, is_private=True, calls=False)
    if lost:
        label = words.t("🔗 A link for {count} out of reach", count=len(lost))
        rows = (*rows, (button(label, pack("notices.link", number)),))
    every = button(words.t("All, with their liaisons"), pack("notices.pending", number))
    return Post(first, (*rows, (every,)) if more else rows)
