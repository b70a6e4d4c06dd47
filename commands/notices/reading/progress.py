"""How far a notice is: until when it asks, how to answer, who has answered by category."""

from datetime import datetime, timedelta

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, clip
from commands.notices.forms import wanted
from commands.notices.rules import bar, by_category
from commands.notices.terms import SHORT_NAME
from locales import Words
from storage.boards import Board
from storage.notices import CLOSED, RECALLED, SIGN_UP, Notice

FEW = 5
"""So many missing organisations are named."""
FARTHEST = timedelta(days=1000)
"""Telegram, messageEntityFormattedDate: at most 1,098 days ahead."""


def asking(words: Words, notice: Notice) -> list[Markup]:
    """Until when, and how to answer; nothing of it once it is closed."""
    if notice.state == RECALLED:
        return [words.t("🚫 This notice was recalled.")]
    if notice.state == CLOSED:
        moment = words.moment(notice.closed_at or notice.created_at, words.zone)
        return [words.t("🔒 Closed on {moment}", moment=moment)]
    lines = []
    if notice.deadline is not None:
        lines.append(_until(words, notice.deadline, notice.decided_at or notice.created_at))
    how = wanted(words, notice)
    return [*lines, how] if how else lines


def progress(words: Words, board: Board) -> list[Markup]:
    """Counted, by category too; the last few that are missing by name."""
    notice, missing = board.notice, board.missing
    if notice.asks_people:
        return _of_people(words, notice)
    if not notice.asked:
        return []
    blocks = bar(notice.answered, notice.asked)
    lines = [Markup("{} {}/{}").format(blocks, notice.answered, notice.asked)]
    lines += _by_category(words, board)
    if not missing:
        lines.append(words.t("🎉 All organisations have answered."))
    elif len(missing) <= FEW:
        names = [clip(one.organisation.short_name, SHORT_NAME) for one in missing]
        lines.append(words.t("Still missing: {names}", names=words.list(names)))
    if notice.difficulties:
        lines.append(
            words.n(
                "⚠️ {count} organisation has difficulties",
                "⚠️ {count} organisations have difficulties",
                notice.difficulties,
            )
        )
    return lines


def _of_people(words: Words, notice: Notice) -> list[Markup]:
    """Everybody answers for themselves: nobody is missing. A sign-up counts heads by itself."""
    lines = []
    if notice.answered and notice.form != SIGN_UP:
        count = notice.answered
        lines.append(
            words.n("✅ {count} person has answered", "✅ {count} people have answered", count)
        )
    if notice.difficulties:
        count = notice.difficulties
        lines.append(
            words.n(
                "⚠️ {count} person has difficulties", "⚠️ {count} people have difficulties", count
            )
        )
    return lines


def _until(words: Words, deadline: datetime, sent_at: datetime) -> Markup:
    """The moment, and how long it is until then: a card is not edited because time passes."""
    moment = words.moment(deadline, words.zone)
    if deadline - sent_at > FARTHEST:
        return words.t("⏰ Please answer by {moment}", moment=moment)
    left = words.from_now(deadline, words.t("it closes by itself"))
    return words.t("⏰ Please answer by {moment} ({left})", moment=moment, left=left)


def _by_category(words: Words, board: Board) -> list[Markup]:
    """`社区 5/5 · 非公企业 3/5`, where there is more than one; nothing once all have answered."""
    found = by_category(board.standings)
    if len(found) == 1 or not board.missing:
        return []
    counts = (
        words.t(
            "{category} {answered}/{asked}",
            category=words.t(CATEGORY_NAMES[category]),
            answered=sum(bool(one.answer) for one in standings),
            asked=len(standings),
        )
        for category, standings in found.items()
    )
    return [Markup(" · ").join(counts)]
