"""Scheduled notices as staff see them: one of them, all of them, and what a press came to."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from commands.kit import Button, Hours, Post, Row, Studio, button, clip, in_rows, pack
from commands.notices import quiet
from commands.notices.drafts.moments import minutes_of
from commands.notices.layout import brief
from commands.notices.reading.cards import late
from commands.notices.schedules import recurrences, terms
from commands.notices.terms import NAME
from locales import Words
from storage.notices import SCHEDULED, Notice
from storage.patterns import MONTH_END, MONTHLY, ONCE, WEEKLY, Schedule
from storage.sendings import Decision

KINDS = (ONCE, WEEKLY, MONTHLY, MONTH_END)
TEXT_LINES, TEXT_UNITS, LINE = 6, 400, 30
ROW = 4


def place_of(rule: str) -> int:
    """Of a rule's kind among those that are offered."""
    return KINDS.index(rule.partition(":")[0])


def one(words: Words, hours: Hours, schedule: Schedule, notice: Notice, now: datetime) -> Post:
    """A pattern, and what can be done with it."""
    name = clip(notice.decider or notice.author, NAME)
    if notice.state != SCHEDULED:
        return Post(words.t("🗓 This notice does not go out by itself any more."))
    lines = [
        words.t("🗓 <b>Scheduled</b> by {name}", name=name),
        Markup(),
        Markup("{}").format(brief(notice.text, TEXT_LINES, TEXT_UNITS)),
        Markup(),
    ]
    if schedule.is_paused:
        often = terms.rule(words, schedule)
        lines.append(words.t("⏸ Paused; it would go out {rule}.", rule=often))
    else:
        lines += terms.lines(words, hours, schedule, notice, now)
    if schedule.missed_at is not None:
        moment = words.moment(schedule.missed_at, words.zone)
        lines.append(words.t("⚠️ Not sent on {moment}: I was not at work.", moment=moment))
    return Post(Markup("\n").join(lines), _rows(words, schedule))


def listed(
    words: Words, found: Sequence[tuple[Schedule, Notice]], hours: Hours, now: datetime
) -> Post:
    """All that go out by themselves, each behind a button."""
    if not found:
        return Post(
            words.t(
                "No notice goes out by itself. Write one with /notice, and press ⋯ More and"
                " 🗓 Schedule."
            )
        )
    lines = [words.t("🗓 <b>Scheduled notices</b>")]
    lines += [
        _line(words, place, schedule, notice, _next(schedule, notice, hours, now))
        for place, (schedule, notice) in enumerate(found, start=1)
    ]
    keys = [
        button(Markup("{}").format(place), pack("notices.schedule_show", schedule.notice_id))
        for place, (schedule, _) in enumerate(found, start=1)
    ]
    return Post(Markup("\n").join(lines), in_rows(keys, ROW))


def begun(words: Words, decision: Decision, moment: datetime, now: datetime) -> Markup:
    """What pressing the button that schedules it came to."""
    if decision.notice is not None and decision.notice.state == SCHEDULED and not decision.is_made:
        name = clip(decision.notice.decider or "", NAME)
        return words.t("{name} has scheduled it already.", name=name)
    if decision.notice is None or not decision.is_made:
        return words.t("I cannot send it there now. Use the buttons that the preview shows now.")
    when = quiet.coming(words, moment, now)
    return words.t("It is scheduled: it goes out {moment}.", moment=when)


def has_passed(words: Words) -> Markup:
    return words.t("Its moment has passed. Press 🗓 Schedule and choose another.")


def faster(words: Words) -> Markup:
    return words.t("Nothing was changed: somebody was faster.")


def skipped(words: Words, next_at: datetime | None) -> Markup:
    if next_at is None:
        return words.t("It does not go out any more.")
    return words.t("Skipped. The next is {moment}.", moment=words.moment(next_at, words.zone))


def paused(words: Words) -> Markup:
    return words.t("Paused: nothing goes out until you press Go on.")


def went_on(words: Words, next_at: datetime) -> Markup:
    return words.t("It goes on. The next is {moment}.", moment=words.moment(next_at, words.zone))


def sent_one(words: Words) -> Markup:
    return words.t("One goes out now. The others come as planned.")


def stopped(words: Words) -> Markup:
    return words.t("Stopped: it does not go out any more.")


def changing(words: Words) -> Markup:
    return words.t("It is a draft again, and nothing goes out until you schedule it anew.")


def not_understood(words: Words) -> Markup:
    """For a reply that says no moment and no rule."""
    return words.t(
        "I could not read when. Please write it like: tomorrow 8 am, every Friday 9 am, every month"
        " on the 5th, last working day 4 pm."
    )


def occurred(
    studio: Studio, hours: Hours, schedule: Schedule, pattern: Notice, made: Notice
) -> Post:
    """To who set it: one went out."""
    words = studio.words
    number = made.number or 0
    lines = [
        words.t("🗓 Notice {number} went out as scheduled.", number=number),
        Markup("{}").format(clip(made.text, LINE)),
    ]
    lines += late(words, made)
    next_one = _next(schedule, pattern, hours, studio.now)
    if pattern.state == SCHEDULED and next_one is not None:
        moment = words.moment(next_one, words.zone)
        lines.append(words.t("The next: {moment}", moment=moment))
    show = button(words.t("Show it"), pack("notices.show", number))
    return Post(Markup("\n").join(lines), ((show,),))


def missed(words: Words, schedule: Schedule, pattern: Notice) -> Post | None:
    """To who set it: one came too late to be sent."""
    if schedule.missed_at is None:
        return None
    lines = [
        words.t(
            "⚠️ A scheduled notice was not sent: it was due on {moment}, when I was not at work, and"
            " its deadline is over.",
            moment=words.moment(schedule.missed_at, words.zone),
        ),
        Markup("{}").format(clip(pattern.text, LINE)),
    ]
    rows: tuple[Row, ...] = ()
    if pattern.state == SCHEDULED:
        show = button(words.t("Show it"), pack("notices.schedule_show", pattern.id))
        rows = ((show,),)
    return Post(Markup("\n").join(lines), rows)


def _next(schedule: Schedule, notice: Notice, hours: Hours, now: datetime) -> datetime | None:
    coming = recurrences.coming(schedule, notice.weight, hours, now, 1)
    return coming[0].moment if coming else None


def _line(
    words: Words, place: int, schedule: Schedule, notice: Notice, next_one: datetime | None
) -> Markup:
    text, often = clip(notice.text, LINE), terms.rule(words, schedule)
    if schedule.is_paused:
        planned = words.t("{rule} · ⏸ paused", rule=often)
        return words.t("{place}. {text} · {planned}", place=place, text=text, planned=planned)
    moment = words.moment(next_one, words.zone) if next_one else "…"
    planned = words.t("{rule} · next {moment}", rule=often, moment=moment)
    return words.t("{place}. {text} · {planned}", place=place, text=text, planned=planned)


def _rows(words: Words, schedule: Schedule) -> tuple[Row, ...]:
    pressed = schedule.notice_id
    keys: list[Button] = []
    if schedule.is_paused:
        keys.append(button(words.t("▶ Go on"), pack("notices.go_on", pressed)))
    else:
        keys.append(button(words.t("⏸ Pause"), pack("notices.pause", pressed)))
    if schedule.next_at is not None and schedule.rule != ONCE and not schedule.is_paused:
        skips = pack("notices.skip", pressed, minutes_of(schedule.next_at))
        keys.append(button(words.t("Skip the next"), skips))
    keys += [
        button(words.t("Send one now"), pack("notices.send_one", pressed)),
        button(words.t("✏️ Change"), pack("notices.reschedule", pressed)),
        button(words.t("⏹ Stop"), pack("notices.stop", pressed)),
    ]
    return in_rows(keys)
