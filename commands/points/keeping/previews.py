"""A service point as its writer sees it: what it will say, and what is still to be chosen. Pure."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack
from commands.points import sayings
from commands.points.keeping import steps
from commands.points.kinds import KIND_NAMES, LEVEL_NAMES, kind_name, level_name
from commands.points.openings import read
from locales import Words, message
from storage.datums import DATUMS, GCJ02, WGS84
from storage.point_drafts import (
    ADDRESS,
    DATUM,
    DONE,
    DROPPED,
    HOURS,
    KEPT,
    KIND,
    LEVEL,
    NAME,
    OFFERS,
    OPEN,
    PHONE,
    PLACE,
    STEPS,
    UNDONE,
    Draft,
)
from storage.points import KINDS, LEVELS, Facts

VALUE = 120
LINE = Markup("\n")
FIELDS = (NAME, KIND, LEVEL, ADDRESS, PLACE, HOURS, PHONE, OFFERS)
LABELS = {
    NAME: message("Name of the point"),
    KIND: message("Kind"),
    LEVEL: message("Level"),
    ADDRESS: message("Address"),
    PLACE: message("Place on the map"),
    HOURS: message("Opening hours"),
    PHONE: message("Phone"),
    OFFERS: message("What it offers"),
}
MAPS = {
    WGS84: message("GPS or this chat (WGS-84)"),
    GCJ02: message("Amap or Tencent (GCJ-02)"),
}
ENDED = {
    KEPT: message("✅ It is on the map."),
    DROPPED: message("✖️ Not kept. Nothing has changed."),
    UNDONE: message("↩️ Undone: it is as it was before."),
}
CHOOSE = {
    KIND: message("👇 What is it for?"),
    LEVEL: message("👇 Is it one of the three-level service centres?"),
    DATUM: message("👇 From which map are these numbers?"),
    DONE: message("👇 Is all of it right? People see it once you keep it."),
}


def card(words: Words, draft: Draft, today: date, *, can_undo: bool) -> Post:
    """What it says, changed fields with what they said before."""
    title = message("🆕 Service point of {name}")
    if draft.old is not None:
        title = message("✏️ Service point of {name}")
    lines = [words.t(title, name=clip(draft.organisation, VALUE)), *_facts(words, draft, today)]
    if draft.state != OPEN:
        lines += [Markup(), words.t(ENDED[draft.state])]
        undo = button(words.t("↩️ Undo"), pack("points.undo", draft.id))
        return Post(LINE.join(lines), ((undo,),) if draft.state == KEPT and can_undo else ())
    lines += [Markup(), _asked(words, draft)]
    return Post(LINE.join(lines), tuple(_rows(words, draft)))


def value(words: Words, said: Facts, field: str, today: date) -> Markup:
    """A field as people read it."""
    if field == KIND:
        return kind_name(words, said.kind)
    if field == LEVEL:
        return level_name(words, said.level)
    if field == HOURS:
        return sayings.rule(words, read(said.hours), today)
    if field == PLACE:
        return _place(words, said)
    text: str = getattr(said, field)
    return words.list([clip(text, VALUE)]) if text else words.t("(empty)")


def _facts(words: Words, draft: Draft, today: date) -> Iterator[Markup]:
    for field in FIELDS:
        now = value(words, draft.new, field, today)
        label = words.t(LABELS[field])
        before = value(words, draft.old, field, today) if draft.old else now
        if before == now:
            yield words.t("{label}: {value}", label=label, value=now)
        else:
            yield words.t(
                "<b>{label}: {value}</b> (was: {before})", label=label, value=now, before=before
            )


def _place(words: Words, said: Facts) -> Markup:
    """The numbers as they were given, and of which map they are."""
    if said.given_latitude is None or said.given_longitude is None:
        return words.t("(empty)")
    degrees = f"{said.given_latitude:.6g}, {said.given_longitude:.7g}"
    if not said.datum:
        return words.list([degrees])
    return words.t("{degrees} · {map}", degrees=degrees, map=words.t(MAPS[said.datum]))


def _asked(words: Words, draft: Draft) -> Markup:
    if draft.step in CHOOSE:
        return words.t(CHOOSE[draft.step])
    return words.t("👇 Please reply to the question below, or skip it.")


def _rows(words: Words, draft: Draft) -> Iterator[Row]:
    if draft.step == KIND:
        kinds = [
            button(words.t(KIND_NAMES[one]), pack("points.kind", draft.id, place))
            for place, one in enumerate(KINDS)
        ]
        yield from in_rows(kinds)
    elif draft.step == LEVEL:
        levels = [
            button(words.t(LEVEL_NAMES[one]), pack("points.level", draft.id, place))
            for place, one in enumerate(LEVELS)
        ]
        yield from in_rows(levels)
    elif draft.step == DATUM:
        for place, one in enumerate(DATUMS):
            yield (button(words.t(MAPS[one]), pack("points.datum", draft.id, place)),)
        yield (button(words.t("Baidu (BD-09)"), pack("points.baidu", draft.id)),)
    if draft.step == DONE:
        fields = [
            button(
                words.t("✏️ {label}", label=words.t(LABELS[field])),
                pack("points.field", draft.id, STEPS.index(field)),
            )
            for field in FIELDS
        ]
        yield from in_rows(fields)
        yield (button(words.t("✅ Keep it"), pack("points.keep", draft.id)),)
    else:
        yield tuple(_ways(words, draft))
    yield (button(words.t("✖️ Do not keep"), pack("points.drop", draft.id)),)


def _ways(words: Words, draft: Draft) -> Iterator[Button]:
    """Back, and on; a name and a datum are not skipped."""
    if draft.old is None and draft.step != NAME:
        back = STEPS.index(steps.before(draft.step))
        yield button(words.t("◀ Previous"), pack("points.step", draft.id, back))
    if draft.step not in {NAME, DATUM}:
        on = DONE if draft.old else steps.following(draft.step)
        yield button(words.t("Skip ▶"), pack("points.step", draft.id, STEPS.index(on)))
