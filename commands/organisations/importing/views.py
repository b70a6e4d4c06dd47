"""A register's file as staff see it: what it would change, what is wrong, what became of it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager
from commands.kit.faults import Fault
from commands.organisations.importing import misfits
from commands.organisations.labels import label, value
from commands.organisations.rules import PAIRS, Reading
from locales import Words, message
from storage.comparisons import Changed, Plan
from storage.entries import Entry
from storage.imports import APPLIED, DROPPED, FAILED, Import

FAULTS = 12
UNKNOWN = 8
PAGE = 6
NAME = 40
VALUE = 40
FIELDS = 8
"""So many changed fields of an organisation are shown; there are hardly ever more."""
LINE = Markup("\n")
ENDED = {
    FAILED: message("⚠️ I could not open {name}. Save it as .xlsx or CSV and send it again."),
    DROPPED: message("{name} was not taken over. Nothing has changed."),
}


def how_to(words: Words) -> Post:
    """What to send, and a file to begin with."""
    text = words.t(
        "📥 <b>Take a register over</b>\nSend me an Excel (.xlsx) or CSV file here. I show what it"
        " would add and change before anything happens. Short name, full name and category have to"
        " be there; other columns are welcome in any order."
    )
    template = button(words.t("📄 Empty table"), pack("organisations.template"))
    every = button(words.t("📤 The register as it is"), pack("organisations.export"))
    back = button(words.t("All organisations"), pack("organisations.all"))
    return Post(text, ((template, every), (back,)))


def template(words: Words) -> Markup:
    """Beside the empty table."""
    return words.t(
        "📄 Fill in a line for each organisation and send the file back to me. Category is one of"
        " those in the second sheet."
    )


def too_large(words: Words, megabytes: int) -> Markup:
    return words.t(
        "The file is too large: I read up to {megabytes} MB. Keep only the table, without"
        " pictures, and send it again.",
        megabytes=megabytes,
    )


def send_in_private(words: Words) -> Markup:
    return words.t("Please send the register to me in our private chat.")


def settled(words: Words) -> Markup:
    return words.t("This was settled before.")


def shown_anew(words: Words) -> Markup:
    return words.t("The register has changed meanwhile. Please look at what would change now.")


def taken_over(words: Words) -> Markup:
    return words.t("✅ Taken over.")


def report(words: Words, one: Import, reading: Reading | None, planned: Plan) -> Post:
    """How far a file is."""
    name = clip(one.name, NAME)
    if one.state in ENDED:
        return Post(words.t(ENDED[one.state], name=name))
    if one.state == APPLIED:
        text = words.t(
            "✅ {name} was taken over: {added} added, {changed} changed, {unchanged} as before.",
            name=name,
            added=one.added,
            changed=one.changed,
            unchanged=one.unchanged,
        )
        return Post(text, ((button(words.t("All organisations"), pack("organisations.all")),),))
    if reading is None:
        return Post(words.t("⏳ Reading {name} …", name=name))
    return _read(words, one, reading, planned)


def told(words: Words, reading: Reading, planned: Plan) -> Iterator[Markup]:
    """A line for each thing that a file changes, for the office's desk."""
    if reading.unknown:
        columns = words.list(list(reading.unknown))
        yield words.t("Columns that I do not use: {columns}", columns=columns)
    for one in planned.changed:
        yield from _changed(words, one)


def _read(words: Words, one: Import, reading: Reading, planned: Plan) -> Post:
    name = clip(one.name, NAME)
    if reading.faults:
        return _faulty(words, name, reading.faults)
    if planned.misfits:
        return misfits.told(words, name, planned.misfits)
    if planned.taken:
        return _taken(words, name, planned)
    return _preview(words, one, reading, planned)


def _faulty(words: Words, name: str, faults: Sequence[Fault]) -> Post:
    lines = [
        words.n(
            "⚠️ {name}: {count} place needs a look. Nothing was changed.",
            "⚠️ {name}: {count} places need a look. Nothing was changed.",
            len(faults),
            name=name,
        )
    ]
    lines += [fault.say(words) for fault in faults[:FAULTS]]
    if len(faults) > FAULTS:
        hidden = len(faults) - FAULTS
        lines.append(words.n("… and {count} place more.", "… and {count} places more.", hidden))
    lines.append(words.t("Please mend the file and send it again."))
    empty = button(words.t("📄 Empty table"), pack("organisations.template"))
    return Post(LINE.join(lines), ((empty,),))


def _taken(words: Words, name: str, planned: Plan) -> Post:
    lines = [words.t("⚠️ {name}: nothing was changed.", name=name)]
    for one in planned.taken[:FAULTS]:
        said = {"short_name": clip(one.short_name, NAME), "owner": clip(one.owner, NAME)}
        lines.append(
            words.t(
                "“{short_name}” is already the short name of {owner}, which the file leaves out."
                " Give one of them another short name.",
                **said,
            )
        )
    lines.append(words.t("Please mend the file and send it again."))
    return Post(LINE.join(lines))


def _preview(words: Words, one: Import, reading: Reading, planned: Plan) -> Post:
    lines = [words.t("📥 <b>{name}</b>", name=clip(one.name, NAME)), *_counts(words, planned)]
    if reading.unknown:
        columns = words.list(list(reading.unknown[:UNKNOWN]))
        lines.append(words.t("Columns that I do not use: {columns}", columns=columns))
    if not planned.does_something:
        lines.append(words.t("The register says all of this already. Nothing would change."))
        return Post(LINE.join(lines))
    things: list[Changed | Entry] = [*planned.changed, *planned.added]
    page = page_of(things, one.page, PAGE)
    for thing in page.items:
        if isinstance(thing, Changed):
            lines += _changed(words, thing)
        else:
            lines.append(words.t("＋ {name}", name=clip(thing.name, NAME)))
            lines += _paired(words, planned, thing)
    turns = pager(page, "organisations.turn", one.id)
    settle: Row = (
        button(words.t("✅ Take over"), pack("organisations.import", one.id, planned.mark)),
        button(words.t("Do not take over"), pack("organisations.drop", one.id)),
    )
    return Post(LINE.join(lines), (turns, settle))


def _counts(words: Words, planned: Plan) -> Iterator[Markup]:
    yield words.t(
        "{added} to be added, {changed} to be changed, {unchanged} as before.",
        added=len(planned.added),
        changed=len(planned.changed),
        unchanged=planned.unchanged,
    )
    if planned.left_out:
        yield words.n(
            "{count} organisation is not in the file and stays as it is.",
            "{count} organisations are not in the file and stay as they are.",
            planned.left_out,
        )


def _changed(words: Words, one: Changed) -> Iterator[Markup]:
    name = clip(one.old.name, NAME)
    yield words.t("✏️ {name}", name=name)
    if one.comes_back:
        yield words.t("  comes back into the alliance")
    for field, new in [*one.new.items()][:FIELDS]:
        old = getattr(one.old, field)
        yield words.t(
            "  {field}: {old} → {new}",
            field=label(words, field),
            old=value(words, field, "" if old is None else str(old), VALUE),
            new=value(words, field, "" if new is None else str(new), VALUE),
        )
    if one.pairs is not None:
        old_cell, new_cell = (value(words, PAIRS, cell, 2 * VALUE) for cell in one.pairs)
        field = label(words, PAIRS)
        yield words.t("  {field}: {old} → {new}", field=field, old=old_cell, new=new_cell)


def _paired(words: Words, planned: Plan, one: Entry) -> Iterator[Markup]:
    """With whom an organisation that joins is paired."""
    _, cell = planned.couples.told.get(one.name, ("", ""))
    if cell:
        said = value(words, PAIRS, cell, 2 * VALUE)
        yield words.t("  {field}: {value}", field=label(words, PAIRS), value=said)
