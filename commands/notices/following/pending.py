"""Who has not answered a notice, and who has difficulties, for staff."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from commands.kit import (
    CATEGORY_NAMES,
    Post,
    Row,
    button,
    clip,
    pack,
    page_of,
    pager,
    private_link,
)
from commands.notices.figures.durations import pace
from commands.notices.figures.paces import Pace
from commands.notices.following.callees import line
from commands.notices.layout import PAGE_UNITS, paged
from commands.notices.rules import by_category
from commands.notices.terms import SHORT_NAME, answerer
from locales import Words
from storage.boards import Board, Standing
from storage.notices import OPEN

CALLERS = 5
LIAISONS_IN_GROUP = 2
MISSING_IN_GROUP = 12
"""More missing organisations are only counted in the group."""
DIFFICULTIES_IN_GROUP = 3
REASON, REASON_IN_GROUP = 80, 40
"""Characters of a reason; the whole is behind a button."""
NAME_IN_GROUP = 12


@dataclass(frozen=True)
class Plan:
    """What stands below the head and on the buttons about reminding."""

    lines: tuple[Markup, ...] = ()
    rows: tuple[Row, ...] = ()


NO_PLAN = Plan()


def in_private(
    words: Words,
    board: Board,
    number: int = 1,
    plan: Plan = NO_PLAN,
    how_fast: Pace | None = None,
) -> Post:
    """Everybody, on as many pages as needed; a tap on a liaison's name opens a chat."""
    lines = [_head(words, board), *plan.lines, *_calling(words, board)]
    if how_fast is not None and how_fast.half is not None:
        lines.append(pace(words, how_fast))
    for category, standings in by_category(board.missing).items():
        lines += [Markup(), Markup("<b>{}</b>").format(words.t(CATEGORY_NAMES[category]))]
        lines += [line(words, standing) for standing in standings]
    if board.difficulties:
        lines += [Markup(), words.t("⚠️ <b>Difficulties</b>")]
        lines += [_difficulty(words, standing) for standing in board.difficulties]
    page = page_of(paged(lines, PAGE_UNITS), number, 1)
    turns = pager(page, "notices.pending", board.notice.number or 0)
    ends = (_records(words, board), take_along(words, board.notice.number or 0))
    return Post(page.items[0], (turns, *plan.rows, *_link(words, board), *ends))


def _records(words: Words, board: Board) -> Row:
    """What there is to read beside who is missing."""
    number, reads = board.notice.number or 0, board.notice.reads
    keys = [button(words.t("📜 History"), pack("notices.history", number, 1))]
    if board.difficulties:
        label = words.t("⚠️ Reasons {count}", count=len(board.difficulties))
        keys.append(button(label, pack("notices.difficulties", number, 1)))
    if reads:
        label = words.t("👀 Seen {count}", count=reads)
        keys.append(button(label, pack("notices.seen", number, 1)))
    return tuple(keys)


def _link(words: Words, board: Board) -> tuple[Row, ...]:
    """For those whom no private message reaches."""
    if not board.out_of_reach or board.notice.state != OPEN:
        return ()
    label = words.t("🔗 A link for {count} out of reach", count=len(board.out_of_reach))
    return ((button(label, pack("notices.link", board.notice.number or 0)),),)


def take_along(words: Words, number: int) -> Row:
    """The notice as a file, for staff in private."""
    return (
        button(words.t("Excel sheet"), pack("notices.sheet", number)),
        button(words.t("Picture of the board"), pack("notices.poster", number)),
    )


def in_group(words: Words, board: Board, plan: Plan = NO_PLAN) -> Post:
    """The same in a few lines, without calling anybody; all of it is behind a button."""
    is_long = len(board.missing) > MISSING_IN_GROUP
    lines = [_head(words, board), *plan.lines, *_calling(words, board)]
    for category, standings in by_category(board.missing).items():
        heading = words.t(CATEGORY_NAMES[category])
        named = words.list([_named(words, standing) for standing in standings])
        lines.append(
            words.t("{category} {count}", category=heading, count=len(standings))
            if is_long
            else words.t("<b>{category}</b>: {names}", category=heading, names=named)
        )
    lines += [
        _difficulty_in_group(words, standing)
        for standing in board.difficulties[:DIFFICULTIES_IN_GROUP]
    ]
    number = str(board.notice.number or 0)
    more = private_link(words.t("All, with their liaisons"), "pending", number)
    return Post(Markup("\n").join(lines), ((more,), *plan.rows))


def _head(words: Words, board: Board) -> Markup:
    notice = board.notice
    if not notice.asked:
        return words.t("📋 Notice {number} asks no organisation.", number=notice.number or 0)
    if not board.missing:
        return words.t(
            "🎉 Notice {number}: all have answered, {answered}/{asked}.",
            number=notice.number or 0,
            answered=notice.answered,
            asked=notice.asked,
        )
    return words.n(
        "📋 Notice {number}: {answered}/{asked}, {count} is missing.",
        "📋 Notice {number}: {answered}/{asked}, {count} are missing.",
        len(board.missing),
        number=notice.number or 0,
        answered=notice.answered,
        asked=notice.asked,
    )


def _calling(words: Words, board: Board) -> list[Markup]:
    """Who of the staff calls how many; nothing while nobody does."""
    callers = Counter(one.caller for one in board.missing if one.caller)
    return [
        words.n(
            "📞 {name} calls {count} organisation.",
            "📞 {name} calls {count} organisations.",
            count,
            name=clip(caller, NAME_IN_GROUP),
        )
        for caller, count in callers.most_common(CALLERS)
    ]


def _named(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, NAME_IN_GROUP)
    if standing.caller:
        caller = clip(standing.caller, NAME_IN_GROUP)
        return words.t("{organisation} (📞 {name})", organisation=name, name=caller)
    if not standing.liaisons:
        return words.t("{organisation} (no liaison yet)", organisation=name)
    people = [clip(one.name, NAME_IN_GROUP) for one in standing.liaisons[:LIAISONS_IN_GROUP]]
    return words.t("{organisation} ({people})", organisation=name, people=words.list(people))


def _difficulty(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    person = answerer(words, standing)
    if not standing.reason:
        return words.t(
            "• {organisation} ({name}): no reason given yet", organisation=name, name=person
        )
    return words.t(
        "• {organisation} ({name}): {reason}",
        organisation=name,
        name=person,
        reason=clip(standing.reason, REASON),
    )


def _difficulty_in_group(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    if not standing.reason:
        return words.t("⚠️ {organisation}: no reason given yet", organisation=name)
    reason = clip(standing.reason, REASON_IN_GROUP)
    return words.t("⚠️ {organisation}: {reason}", organisation=name, reason=reason)
