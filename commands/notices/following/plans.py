"""Reminding, on staff's side: the buttons for it, and what pressing one came to."""

from datetime import datetime

from markupsafe import Markup

from commands.kit import Row, button, pack
from commands.notices.following.pending import Plan
from locales import Words
from storage import reminders
from storage.boards import Board
from storage.reminders import Reminded


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


def _takes_no_answers(words: Words) -> Markup:
    return words.t("This notice takes no answers. /notices shows all of them.")
