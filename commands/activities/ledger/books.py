"""The ledger as an Excel file: sums first, then a sheet for each kind, ready to be printed on A4.

Nothing in it is live: what people wrote is text, whatever it begins with.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path

from xlsxwriter import Workbook

from commands.activities.ledger import figures, names, records
from commands.activities.ledger.figures import Credit, Figures
from commands.activities.ledger.leaves import Leaf
from commands.activities.ledger.thumbnails import Thumbnails
from commands.kit.cells import Cell, Page, Styles
from commands.kit.works import Bench
from locales import Words, plain
from storage.ledgers import Entry, Ledger

KINDS_AT = 3
"""The row of the first table's titles, from 0."""


def write(path: Path, ledger: Ledger, bench: Bench) -> None:
    """The whole file, in the words of who asked and the alliance's time."""
    words = bench.words
    book = Workbook(str(path), {"in_memory": True})
    title = names.title(words, ledger)
    book.set_properties({"title": title, "created": bench.now.astimezone(UTC)})
    styles = Styles(book, words.zone)
    thumbnails = Thumbnails(bench, ledger.entries)
    _summary(Page(book, styles, plain(words.t("Summary"))), words, ledger, bench)
    for linkage in figures.kinds_of(ledger.entries):
        name = records.kind_name(words, linkage)
        page = Page(book, styles, name)
        Leaf(page, words, thumbnails).write(
            f"{title} · {name}", figures.of_kind(ledger.entries, linkage)
        )
    book.close()


def _summary(page: Page, words: Words, ledger: Ledger, bench: Bench) -> None:
    page.write(0, 0, names.title(words, ledger), "title")
    page.write(1, 0, _note(words, ledger, bench), "note")
    kinds = [
        _of_kind(words, linkage, ledger.entries) for linkage in figures.kinds_of(ledger.entries)
    ]
    looks = ["plain"] * len(kinds)
    page.block(KINDS_AT, _titles(words, plain(words.t("Kind"))), kinds, looks)
    together = [plain(words.t("Together")), *_cells(figures.figures(ledger.entries))]
    below = KINDS_AT + 1 + len(kinds)
    page.sums(below, together)
    organisations = [_of_organisation(one) for one in figures.credits_of(ledger.entries)]
    top = below + 3
    page.write(top - 1, 0, plain(words.t("By organisation")), "figures")
    titles = [
        *_titles(words, plain(words.t("Organisation"))),
        plain(words.t("Of these joint, led by others")),
    ]
    page.table(top, titles, organisations, [24] * len(titles), ["plain"] * len(organisations))
    page.write(top + len(organisations) + 1, 0, _joint(words), "note")
    page.write(top + len(organisations) + 3, 0, _signed(words), "figures")
    if ledger.head:
        head = words.t("Record of changes: {head}", head=ledger.head)
        page.write(top + len(organisations) + 4, 0, plain(head), "note")
    page.keep_in_sight(2, 1)


def _note(words: Words, ledger: Ledger, bench: Bench) -> str:
    made = words.t("Made on {day}", day=words.day(bench.now.astimezone(words.zone).date()))
    said = [plain(made)]
    if ledger.undated:
        left_out = words.n(
            "{count} activity without a date is not in it",
            "{count} activities without a date are not in it",
            ledger.undated,
        )
        said.append(plain(left_out))
    return " · ".join(said)


def _joint(words: Words) -> str:
    return plain(
        words.t(
            "A joint activity counts for each organisation that confirmed its part, so this table"
            " adds up to more than the whole."
        )
    )


def _signed(words: Words) -> str:
    """To be filled in by hand."""
    return plain(words.t("Filled in by:              Checked by:              Date:"))


def _titles(words: Words, first: str) -> list[str]:
    said = (
        words.t("Activities"),
        words.t("People served"),
        words.t("People taking part"),
        words.t("Hours"),
        words.t("Money (yuan)"),
    )
    return [first, *map(plain, said)]


def _cells(sums: Figures) -> list[Cell]:
    return [sums.activities, sums.served, sums.joined, sums.hours, sums.money]


def _of_kind(words: Words, linkage: str, entries: Iterable[Entry]) -> Sequence[Cell]:
    own = figures.figures(figures.of_kind(entries, linkage))
    return [records.kind_name(words, linkage), *_cells(own)]


def _of_organisation(one: Credit) -> Sequence[Cell]:
    return [one.organisation, *_cells(one.figures), one.joint]
