"""Figures as staff read them in private: by notice, and what helps which organisation."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager
from commands.notices.figures.durations import duration, pace
from commands.notices.figures.habits import Advice, Habit
from commands.notices.figures.paces import Pace
from commands.notices.layout import PAGE_UNITS, paged
from commands.notices.terms import SHORT_NAME
from locales import Words, message
from storage.paces import Sent

PAGE = 8
"""Notices on a page."""
NAMED = 40
"""So many organisations stand behind a suggestion."""
LINE = 24
SUGGESTIONS = {
    Advice.NOBODY: message(
        "📵 No liaison can be reached in private: {names}. A link to forward, another liaison or a"
        " deputy would help."
    ),
    Advice.CALL: message("📞 A phone call helped: {names}. In a hurry, call first."),
    Advice.EARLIER: message(
        "⏰ They mostly answer after a reminder: {names}. Remind earlier, add a deputy, or ask"
        " whether another liaison has more time."
    ),
}


def by_notice(words: Words, found: Sequence[tuple[Sent, Pace | None]], number: int) -> Post:
    """The newest first."""
    shown = page_of(found, number, PAGE)
    lines = [*_head(words, len(found)), Markup()]
    for sent, how_fast in shown.items:
        lines.append(
            words.t(
                "<b>{number}</b> {text}",
                number=sent.number,
                text=clip(sent.text.strip().partition("\n")[0], LINE),
            )
        )
        lines.append(pace(words, how_fast) if how_fast else words.t("⏱ It asked only a few."))
    turns = pager(shown, "notices.figures")
    return Post(Markup("\n").join(lines), (turns, _switch(words, to_notices=False)))


def by_organisation(words: Words, found: Sequence[Habit], count: int, number: int) -> Post:
    """What may help first; then every organisation, in the register's order."""
    lines = [*_head(words, count), *_suggestions(words, found), Markup()]
    lines += [_line(words, one) for one in found]
    shown = page_of(paged(lines, PAGE_UNITS), number, 1)
    turns = pager(shown, "notices.habits")
    return Post(shown.items[0], (turns, _switch(words, to_notices=True)))


def in_group(words: Words) -> Markup:
    return words.t("The figures are for our private chat: send me /numbers there.")


def _head(words: Words, count: int) -> list[Markup]:
    if not count:
        return [words.t("📊 No notice was sent in the last three months.")]
    return [
        words.n(
            "📊 <b>The last three months: {count} notice</b>",
            "📊 <b>The last three months: {count} notices</b>",
            count,
        ),
        words.t(
            "First answers count, in working time (9:00–18:00 on working days); of urgent notices"
            " all time."
        ),
    ]


def _suggestions(words: Words, found: Iterable[Habit]) -> list[Markup]:
    named: dict[Advice, list[str]] = {advice: [] for advice in SUGGESTIONS}
    others = 0
    for one in found:
        if one.advice in named:
            named[one.advice].append(clip(one.organisation.short_name, SHORT_NAME))
        else:
            others += 1
    lines = []
    for advice, names in named.items():
        if names:
            shown = [*names[:NAMED], "…"] if len(names) > NAMED else names
            lines.append(words.t(SUGGESTIONS[advice], names=words.list(shown)))
    if others:
        said = words.n(
            "👍 {count} organisation answers well by itself.",
            "👍 {count} organisations answer well by themselves.",
            others,
        )
        lines.append(said)
    return [Markup(), *lines] if lines else []


def _line(words: Words, habit: Habit) -> Markup:
    line = words.t(
        "• {organisation}: {answered}/{asked}",
        organisation=clip(habit.organisation.short_name, SHORT_NAME),
        answered=habit.answered,
        asked=habit.asked,
    )
    parts = []
    if habit.usual is not None:
        usual = duration(words, habit.usual)
        parts.append(words.t("mostly within {usual}", usual=usual))
    if habit.reminded:
        parts.append(words.t("{count} after a reminder", count=habit.reminded))
    if habit.called:
        parts.append(words.t("{count} after a call", count=habit.called))
    return Markup(" · ").join([line, *parts])


def _switch(words: Words, *, to_notices: bool) -> Row:
    if to_notices:
        return (button(words.t("By notice"), pack("notices.figures", 1)),)
    return (button(words.t("By organisation: what helps"), pack("notices.habits", 1)),)
