"""A table of service points as staff see it: what it would change, and what is wrong. Pure."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from commands.kit import Post, button, clip, pack, page_of, pager
from commands.kit.faults import Fault
from commands.kit.readings import Reading
from commands.kit.takeovers import LINE, NAME, choices, faulty, unused
from commands.points.keeping.previews import FIELDS, LABELS, value
from locales import Words, message
from storage.imports import Import
from storage.point_drafts import PLACE
from storage.point_registers import Changed, Plan, Row as Line
from storage.points import Facts  # noqa: TC001 - what is shown is one or the other

PAGE = 6
COORDINATES = {"given_latitude", "given_longitude", "datum"}


def how_to(words: Words) -> Post:
    """What to send, and a file to begin with."""
    text = words.t(
        "📥 <b>Take a table of service points over</b>\nSend me an Excel (.xlsx) or CSV file: I see"
        " by its columns what it is. I show what it would add and change before anything happens."
        " Organisation and service point have to be there; other columns are welcome in any order."
    )
    empty = button(words.t("📄 Empty table"), "points.template")
    every = button(words.t("📤 All that there is"), "points.export")
    return Post(text, ((empty, every),))


def template(words: Words) -> Markup:
    """Beside the empty table."""
    return words.t(
        "📄 Fill in a line for each service point and send the file back to me. What may"
        " stand in kind, level and datum is in the second sheet."
    )


def done(words: Words, one: Import) -> Post:
    """What became of it."""
    text = words.t(
        "✅ {name} is taken over: {added} points added, {changed} changed, {unchanged} as before.",
        name=clip(one.name, NAME),
        added=one.added,
        changed=one.changed,
        unchanged=one.unchanged,
    )
    return Post(text, ((button(words.t("🗺 Service map"), pack("points.all", 1)),),))


def show(words: Words, one: Import, reading: Reading[Line], planned: Plan) -> Post:
    """What a table would change, or what is wrong in it."""
    faults = reading.faults or tuple(_strangers(planned))
    if faults:
        return faulty(words, one, faults, button(words.t("📄 Empty table"), "points.template"))
    return _preview(words, one, reading, planned)


def _strangers(planned: Plan) -> Iterator[Fault]:
    unknown = message("The register has no organisation “{name}”. Write its short name.")
    for one in planned.strangers:
        yield Fault(one.line, "", unknown, {"name": clip(one.organisation, NAME)})


def _preview(words: Words, one: Import, reading: Reading[Line], planned: Plan) -> Post:
    lines = [words.t("📥 <b>{name}</b>", name=clip(one.name, NAME)), *_counts(words, planned)]
    lines += unused(words, reading.unknown)
    if not planned.does_something:
        lines.append(words.t("All of this is on the map already. Nothing would change."))
        return Post(LINE.join(lines))
    things: list[Changed | Facts] = [*planned.changed, *planned.added]
    page = page_of(things, one.page, PAGE)
    for thing in page.items:
        if isinstance(thing, Changed):
            lines += _changed(words, thing)
        else:
            lines.append(words.t("＋ {name}", name=clip(thing.name, NAME)))
    turns = pager(page, "points.page", one.id)
    settle = choices(words, "points.import", "points.import_drop", one.id, planned.mark)
    return Post(LINE.join(lines), (turns, settle))


def _counts(words: Words, planned: Plan) -> Iterator[Markup]:
    yield words.t(
        "{added} points to be added, {changed} to be changed, {unchanged} as before.",
        added=len(planned.added),
        changed=len(planned.changed),
        unchanged=planned.unchanged,
    )
    if planned.left_out:
        yield words.n(
            "{count} service point is not in the file and stays as it is.",
            "{count} service points are not in the file and stay as they are.",
            planned.left_out,
        )


def _changed(words: Words, one: Changed) -> Iterator[Markup]:
    yield words.t("✏️ {name}", name=clip(one.old.name, NAME))
    new = one.old.facts.model_copy(update=dict(one.new))
    for field in FIELDS:
        is_changed = bool(COORDINATES & one.new.keys()) if field == PLACE else field in one.new
        if is_changed:
            yield words.t(
                "  {field}: {old} → {new}",
                field=words.t(LABELS[field]),
                old=value(words, one.old, field, date.min),
                new=value(words, new, field, date.min),
            )
