"""Reminding, on staff's side: the buttons for it, and what pressing one came to."""

from datetime import date, datetime

from markupsafe import Markup

from commands.kit import Row, button, pack
from commands.notices.following.pending import Plan
from commands.notices.quiet import coming
from commands.notices.rules import MORNING
from locales import Words
from storage import plans
from storage.boards import Board
from storage.reminders import Reminded


def plan(words: Words, board: Board, page: int, morning: datetime, today: date) -> Plan:
    """What staff can do about those who are missing."""
    if not board.missing:
        return Plan()
    ids = board.notice.id, page
    now = button(words.t("Remind now"), pack("notices.remind", *ids))
    later = button(_in_the_morning(words, morning, today), pack("notices.remind_at", *ids))
    return Plan((), ((now,), (later,)))


def planned_one(
    words: Words, board: Board, page: int, waits_until: datetime, *, may_disturb: bool
) -> Plan:
    """When it will be done by itself; not then, or now all the same."""
    ids = board.notice.id, page
    rows: list[Row] = []
    if board.missing and may_disturb:
        rows.append((button(words.t("Remind now"), pack("notices.remind", *ids)),))
    elif board.missing:
        rows.append((button(words.t("Remind all the same"), pack("notices.remind_anyway", *ids)),))
    rows.append((button(words.t("Cancel the reminder"), pack("notices.remind_not", *ids)),))
    moment = words.moment(waits_until, words.zone)
    return Plan((words.t("⏰ Will be reminded on {moment}.", moment=moment),), tuple(rows))


def with_phones(words: Words, plan: Plan, board: Board, *, is_private: bool, calls: bool) -> Plan:
    """Staff can take the telephone too: in private they choose whom, and who `calls` has a list."""
    if not board.missing:
        return plan
    rows = phone_rows(words, board.notice.id, is_private=is_private, calls=calls)
    return Plan(plan.lines, (*plan.rows, *rows))


def _in_the_morning(words: Words, morning: datetime, today: date) -> Markup:
    here = morning.astimezone(words.zone)
    ahead = (here.date() - today).days
    if here.time() == MORNING and ahead in {0, 1}:
        return words.t("Remind tomorrow 9:00") if ahead else words.t("Remind today 9:00")
    return words.t("Remind on {moment}", moment=words.moment(morning, words.zone))


def reminded(words: Words, done: Reminded | None) -> Markup:
    """What pressing Remind now came to."""
    if done is None:
        return _takes_no_answers(words)
    if done.is_again:
        return words.t("They were reminded a moment ago. Please wait a minute.")
    if not done.people and not done.named and not done.lost:
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
    if done.lost:
        parts.append(
            words.n(
                "{count} organisation cannot be reached: please call.",
                "{count} organisations cannot be reached: please call.",
                done.lost,
            )
        )
    return Markup("\n").join(parts)


def planned(words: Words, plan: plans.Plan | None) -> Markup:
    """What pressing Remind tomorrow came to."""
    if plan is None:
        return _takes_no_answers(words)
    moment = words.moment(plan.due_at, words.zone)
    if plan.is_made:
        return words.t("Those who are still missing are reminded on {moment}.", moment=moment)
    return words.t("A reminder is planned already: {moment}.", moment=moment)


def planned_for_later(
    words: Words, reason: Markup, plan: plans.Plan | None, now: datetime
) -> Markup:
    """What pressing Remind now came to in quiet hours."""
    if plan is None:
        return _takes_no_answers(words)
    moment = coming(words, plan.due_at, now)
    return words.t("{why} Who is still missing is reminded {moment}.", why=reason, moment=moment)


def called_off(words: Words, *, is_off: bool) -> Markup:
    if is_off:
        return words.t("The reminder is cancelled.")
    return words.t("No reminder is planned any more.")


def _takes_no_answers(words: Words) -> Markup:
    return words.t("This notice takes no answers. /notices shows all of them.")


def phone_rows(words: Words, notice_id: int, *, is_private: bool, calls: bool) -> tuple[Row, ...]:
    """The buttons with which staff take the calling."""
    every = button(words.t("📞 I call them"), pack("notices.call_all", notice_id))
    if not is_private:
        return ((every,),)
    which = button(words.t("📞 Some of them"), pack("notices.call_which", notice_id, 1))
    own = button(words.t("📞 My list"), pack("notices.calls", notice_id, 1))
    return ((every, which), (own,)) if calls else ((every, which),)
