"""A register's file as staff see it: what it would change, what is wrong, what became of it."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.kit import Post, button, clip, pack, page_of, pager
from commands.kit.readings import Reading
from commands.kit.takeovers import FAULTS, LINE, NAME, choices, faulty, unused
from commands.organisations.importing import misfits
from commands.organisations.labels import label, value
from commands.organisations.rules import PAIRS
from locales import Words
from storage.comparisons import Changed, Plan
from storage.entries import Entry, Row as Line
from storage.imports import Import

PAGE = 6
VALUE = 40
FIELDS = 8
"""So many changed fields of an organisation are shown; there are hardly ever more."""


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


def send_in_private(words: Words) -> Markup:
    return words.t("Please send the register to me in our private chat.")


def done(words: Words, one: Import) -> Post:
    """What became of it."""
    text = words.t(
        "✅ {name} was taken over: {added} added, {changed} changed, {unchanged} as before.",
        name=clip(one.name, NAME),
        added=one.added,
        changed=one.changed,
        unchanged=one.unchanged,
    )
    return Post(text, ((button(words.t("All organisations"), pack("organisations.all")),),))


def show(words: Words, one: Import, reading: Reading[Line], planned: Plan) -> Post:
    """What a file would change, or why it cannot be taken over."""
    name = clip(one.name, NAME)
    if reading.faults:
        empty = button(words.t("📄 Empty table"), pack("organisations.template"))
        return faulty(words, one, reading.faults, empty)
    if planned.misfits:
        return misfits.told(words, name, planned.misfits)
    if planned.taken:
        return _taken(words, name, planned)
    return _preview(words, one, reading, planned)


def told(words: Words, reading: Reading[Line], planned: Plan) -> Iterator[Markup]:
    """A line for each thing that a file changes, for the office's desk."""
    yield from unused(words, reading.unknown, len(reading.unknown))
    for one in planned.changed:
        yield from _changed(words, one)


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


def _preview(words: Words, one: Import, reading: Reading[Line], planned: Plan) -> Post:
    lines = [words.t("📥 <b>{name}</b>", name=clip(one.name, NAME)), *_counts(words, planned)]
    lines += unused(words, reading.unknown)
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
    settle = choices(words, "organisations.import", "organisations.drop", one.id, planned.mark)
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
