"""Why organisations have difficulties with a notice, in their own words and whole."""

from markupsafe import Markup

from commands.kit import Post, button, clip, pack, page_of, pager
from commands.notices.layout import PAGE_UNITS, paged, quoted
from commands.notices.terms import SHORT_NAME, answerer
from locales import Words
from storage.boards import Board, Standing


def page(words: Words, board: Board, number: int) -> Post:
    """In the register's order, on as many pages as the reasons need."""
    notice_number = board.notice.number or 0
    back = (button(words.t("◀ Back"), pack("notices.pending", notice_number, 1)),)
    if not board.difficulties:
        none = words.t("Notice {number}: nobody has difficulties.", number=notice_number)
        return Post(none, (back,))
    lines = [words.t("⚠️ <b>Notice {number}: difficulties</b>", number=notice_number)]
    for standing in board.difficulties:
        lines += [Markup(), _who(words, standing), *_why(words, standing)]
    shown = page_of(paged(lines, PAGE_UNITS), number, 1)
    return Post(shown.items[0], (pager(shown, "notices.difficulties", notice_number), back))


def _who(words: Words, standing: Standing) -> Markup:
    name, by = clip(standing.organisation.short_name, SHORT_NAME), answerer(words, standing)
    if standing.answered_at is None:
        return words.t("<b>{organisation}</b> ({name})", organisation=name, name=by)
    moment = words.moment(standing.answered_at, words.zone)
    return words.t(
        "<b>{organisation}</b> ({name}, {moment})", organisation=name, name=by, moment=moment
    )


def _why(words: Words, standing: Standing) -> list[Markup]:
    return quoted(standing.reason) if standing.reason else [words.t("no reason given yet")]
