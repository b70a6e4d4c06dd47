"""A table of service points as staff see it: what it would change, and what is wrong. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager
from commands.kit.faults import Fault
from commands.places.files.perusing import Reading
from commands.places.keeping.previews import FIELDS, LABELS, value
from locales import Words, message
from storage.imports import APPLIED, DROPPED, FAILED, Import
from storage.point_drafts import PLACE
from storage.point_registers import Changed, Plan
from storage.points import Facts  # noqa: TC001 - what is shown is one or the other

FAULTS, UNKNOWN, PAGE, NAME = 12, 8, 6, 40
LINE = Markup("\n")
COORDINATES = {"given_latitude", "given_longitude", "datum"}
ENDED = {
    FAILED: message("⚠️ I could not open {name}. Save it as .xlsx or CSV and send it again."),
    DROPPED: message("{name} was not taken over. Nothing has changed."),
}


def how_to(words: Words) -> Post:
    """What to send, and a file to begin with."""
    text = words.t(
        "📥 <b>Take a table of service points over</b>\nReply to this message with an Excel (.xlsx)"
        " or CSV file, or send one with <code>/points</code> below it. I show what it would add and"
        " change before anything happens. Organisation and service point have to be there; other"
        " columns are welcome in any order."
    )
    empty = button(words.t("📄 Empty table"), "places.template")
    every = button(words.t("📤 All that there is"), "places.export")
    return Post(text, ((empty, every),))


def template(words: Words) -> Markup:
    """Beside the empty table."""
    return words.t(
        "📄 Fill in a line for each service point and send the file back with <code>/points</code>"
        " below it. What may stand in kind, level and datum is in the second sheet."
    )


def no_table(words: Words) -> Markup:
    return words.t("Please send an Excel (.xlsx) or CSV file.")


def too_large(words: Words, megabytes: int) -> Markup:
    return words.t(
        "The file is too large: I read up to {megabytes} MB. Keep only the table, without"
        " pictures, and send it again.",
        megabytes=megabytes,
    )


def settled(words: Words) -> Markup:
    return words.t("This was settled before.")


def shown_anew(words: Words) -> Markup:
    return words.t("The points have changed meanwhile. Please look at what would change now.")


def taken_over(words: Words) -> Markup:
    return words.t("✅ Taken over.")


def report(words: Words, one: Import, reading: Reading | None, planned: Plan) -> Post:
    """How far a file is."""
    name = clip(one.name, NAME)
    if one.state in ENDED:
        return Post(words.t(ENDED[one.state], name=name))
    if one.state == APPLIED:
        text = words.t(
            "✅ {name} is taken over: {added} points added, {changed} changed, {unchanged} as"
            " before.",
            name=name,
            added=one.added,
            changed=one.changed,
            unchanged=one.unchanged,
        )
        return Post(text, ((button(words.t("🗺 Service map"), pack("places.all", 1)),),))
    if reading is None:
        return Post(words.t("⏳ Reading {name} …", name=name))
    faults = reading.faults or tuple(_strangers(planned))
    return _faulty(words, name, faults) if faults else _preview(words, one, reading, planned)


def _strangers(planned: Plan) -> Iterator[Fault]:
    unknown = message("The register has no organisation “{name}”. Write its short name.")
    for one in planned.strangers:
        yield Fault(one.line, "", unknown, {"name": clip(one.organisation, NAME)})


def _faulty(words: Words, name: str, faults: Sequence[Fault]) -> Post:
    lines = [
        words.n(
            "⚠️ {name}: {count} place needs a look; the map is as it was.",
            "⚠️ {name}: {count} places need a look; the map is as it was.",
            len(faults),
            name=name,
        )
    ]
    lines += [fault.say(words) for fault in faults[:FAULTS]]
    if len(faults) > FAULTS:
        hidden = len(faults) - FAULTS
        lines.append(words.n("… and {count} place more.", "… and {count} places more.", hidden))
    lines.append(words.t("Please mend the file and send it again."))
    empty = button(words.t("📄 Empty table"), "places.template")
    return Post(LINE.join(lines), ((empty,),))


def _preview(words: Words, one: Import, reading: Reading, planned: Plan) -> Post:
    lines = [words.t("📥 <b>{name}</b>", name=clip(one.name, NAME)), *_counts(words, planned)]
    if reading.unknown:
        columns = words.list(list(reading.unknown[:UNKNOWN]))
        lines.append(words.t("Columns that I do not use: {columns}", columns=columns))
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
    turns = pager(page, "places.page", one.id)
    settle: Row = (
        button(words.t("✅ Take over"), pack("places.import", one.id, planned.mark)),
        button(words.t("Do not take over"), pack("places.import_drop", one.id)),
    )
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
