"""What happened to a notice, a line for each event, newest first."""

from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup

from commands.kit import Post, button, clip, pack, page_of, pager
from commands.notices.forms import said
from commands.notices.layout import PAGE_UNITS, brief, paged, quoted
from commands.notices.terms import NAME, SHORT_NAME
from locales import Words
from storage import turns
from storage.histories import (
    ANSWERED,
    CALLED,
    COPIED,
    EXPLAINED,
    GIVEN_BACK,
    REMINDED,
    REWORDED,
    SENT,
    UNDONE,
    Event,
    History,
)
from storage.notices import Notice

OLD_LINES, OLD_UNITS = 4, 200
"""Of the text that a notice had before."""


def page(words: Words, history: History, number: int) -> Post:
    """Under the days, on as many pages as needed."""
    notice = history.notice
    lines = [words.t("📜 <b>Notice {number}: what happened</b>", number=notice.number or 0)]
    days = groupby(history.events, key=lambda one: one.at.astimezone(words.zone).date())
    for day, events in days:
        lines += [Markup(), Markup("<b>{}</b>").format(words.day(day, day))]
        for event in events:
            lines += _lines(words, notice, event)
    if not history.is_whole:
        lines += [Markup(), words.t("Earlier answers are in the Excel sheet.")]
    shown = page_of(paged(lines, PAGE_UNITS), number, 1)
    back = button(words.t("◀ Back"), pack("notices.show", notice.number or 0, 1))
    return Post(shown.items[0], (pager(shown, "notices.history", notice.number or 0), (back,)))


def _lines(words: Words, notice: Notice, event: Event) -> list[Markup]:
    sentence = SENTENCES[event.kind](words, notice, event)
    first = Markup("{} {}").format(words.clock(event.at), sentence)
    if event.kind == EXPLAINED:
        return [first, *quoted(event.text)]
    if event.kind == REWORDED:
        return [first, *quoted(brief(event.text, OLD_LINES, OLD_UNITS))]
    return [first]


def _who(words: Words, event: Event) -> Markup:
    return words.list([clip(event.person, NAME)])


def _whom(words: Words, event: Event) -> Markup:
    """The organisations, of many the first ones; for an answer of one's own nothing."""
    names = [clip(one, SHORT_NAME) for one in event.organisations]
    if event.count > len(names):
        names.append("…")
    return words.list(names)


def _sent(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.t("📢 {name} sent it", name=_who(words, event))


def _answered(words: Words, notice: Notice, event: Event) -> Markup:
    values = {
        "name": _who(words, event),
        "organisation": _whom(words, event),
        "answer": said(words, event.given, notice.choices),
    }
    if not event.organisations:
        return words.t("{name}: “{answer}”", **values)
    if event.is_noted:
        return words.t("📞 {name} wrote down for {organisation}: “{answer}”", **values)
    if event.is_changed:
        return words.t("{organisation} ({name}): changed to “{answer}”", **values)
    return words.t("{organisation} ({name}): “{answer}”", **values)


def _explained(words: Words, _notice: Notice, event: Event) -> Markup:
    name, organisation = _who(words, event), _whom(words, event)
    return words.t("⚠️ {organisation} ({name}) explains:", name=name, organisation=organisation)


def _undone(words: Words, _notice: Notice, event: Event) -> Markup:
    name, whom = _who(words, event), _whom(words, event)
    if not event.organisations:
        return words.t("{name}: answer taken back", name=name)
    return words.t("{organisation}: {name} took the answer back", name=name, organisation=whom)


def _reminded(words: Words, _notice: Notice, event: Event) -> Markup:
    by = words.t("⏰ {name} reminded", name=_who(words, event)) if event.person else None
    head = by or words.t("⏰ Reminded by itself")
    parts = []
    if event.count:
        in_private = words.n(
            "{count} liaison in private", "{count} liaisons in private", event.count
        )
        parts.append(in_private)
    if event.in_group:
        parts.append(words.t("by name in the group"))
    return words.t("{head}: {parts}", head=head, parts=words.list(parts))


def _copied(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.n(
        "📩 Sent to {count} person in private",
        "📩 Sent to {count} people in private",
        event.count,
    )


def _reworded(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.t("✏️ {name} changed the text. Before, it said:", name=_who(words, event))


def _called(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.n(
        "📞 {name} calls {count} organisation: {organisations}",
        "📞 {name} calls {count} organisations: {organisations}",
        event.count,
        name=_who(words, event),
        organisations=_whom(words, event),
    )


def _given_back(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.n(
        "📞 {name} gave {count} organisation back: {organisations}",
        "📞 {name} gave {count} organisations back: {organisations}",
        event.count,
        name=_who(words, event),
        organisations=_whom(words, event),
    )


def _closed(words: Words, _notice: Notice, event: Event) -> Markup:
    if event.person:
        return words.t("🔒 {name} closed it", name=_who(words, event))
    return words.t("🔒 Closed by itself at the deadline")


def _reopened(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.t("🔓 {name} opened it again", name=_who(words, event))


def _recalled(words: Words, _notice: Notice, event: Event) -> Markup:
    return words.t("🚫 {name} recalled it", name=_who(words, event))


def _moved(words: Words, _notice: Notice, event: Event) -> Markup:
    name = _who(words, event)
    if event.until is None:
        return words.t("⏰ {name} took the deadline away", name=name)
    moment = words.moment(event.until, words.zone)
    return words.t("⏰ {name} moved the deadline to {moment}", name=name, moment=moment)


SENTENCES: dict[str, Callable[[Words, Notice, Event], Markup]] = {
    SENT: _sent,
    ANSWERED: _answered,
    EXPLAINED: _explained,
    UNDONE: _undone,
    REMINDED: _reminded,
    COPIED: _copied,
    REWORDED: _reworded,
    CALLED: _called,
    GIVEN_BACK: _given_back,
    turns.CLOSED: _closed,
    turns.REOPENED: _reopened,
    turns.RECALLED: _recalled,
    turns.MOVED: _moved,
}
