"""The Excel sheet of a notice: every organisation, and what it answered. Nothing in it is live."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.kit import CATEGORY_NAMES
from commands.kit.cells import Cell, Page, Share, Styles, sheet_text
from commands.notices.files.columns import answer_said, columns_of, detail_of
from locales import Words, plain
from storage.notices import DIFFICULTY, Notice
from storage.organisations import CATEGORIES
from storage.sheets import Change, Line, Sheet

BRIEF = 60
"""Characters of the notice's beginning below the title; the whole text has a page of its own."""
HEADER = 4
"""The row of the columns' titles, from 0; it and what is above it stay in sight."""
PINNED = 2
"""So many columns stay in sight as well: the number and the name."""


def workbook(words: Words, sheet: Sheet, now: datetime) -> bytes:
    """The whole file, in the reader's words and the alliance's time."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"title": title(words, sheet.notice), "created": now.astimezone(UTC)})
    styles = Styles(book, words.zone)
    _answers(Page(book, styles, plain(words.t("Answers"))), words, sheet, now)
    _totals(Page(book, styles, plain(words.t("By category"))), words, sheet)
    if sheet.people:
        _people(Page(book, styles, plain(words.t("Answers of people"))), words, sheet)
    _readings(Page(book, styles, plain(words.t("Also read by"))), words, sheet)
    _history(Page(book, styles, plain(words.t("History"))), words, sheet)
    _text(Page(book, styles, plain(words.t("The notice"))), words, sheet)
    book.close()
    return written.getvalue()


def title(words: Words, notice: Notice) -> str:
    return plain(words.t("Notice {number}: who has answered", number=notice.number or 0))


def figures(lines: Sequence[Line]) -> tuple[int, int, int, int]:
    """Asked, answered, missing, with difficulties; these are among the answered."""
    missing = sum(not line.answer for line in lines)
    difficulties = sum(line.answer == DIFFICULTY for line in lines)
    return len(lines), len(lines) - missing, missing, difficulties


def _answers(page: Page, words: Words, sheet: Sheet, now: datetime) -> None:
    page.write(0, 0, title(words, sheet.notice), "title")
    page.write(1, 0, sheet_text(" ".join(sheet.notice.text.split()), BRIEF), "note")
    page.write(2, 0, plain(counted(words, sheet)), "figures")
    page.write(3, 0, _moments(words, sheet.notice, now), "note")
    columns = columns_of(sheet.notice)
    titles = [plain(words.t("No.")), *(plain(words.t(one.title)) for one in columns)]
    rows = [
        [place, *(one.cell(words, sheet.notice, line) for one in columns)]
        for place, line in enumerate(sheet.lines, start=1)
    ]
    looks = [_look(line) for line in sheet.lines]
    page.table(HEADER, titles, rows, [6, *(one.widest for one in columns)], looks)
    page.keep_in_sight(HEADER + 1, PINNED)


def counted(words: Words, sheet: Sheet) -> Markup:
    """One sentence of figures."""
    if sheet.notice.asks_people:
        many = len(sheet.people)
        return words.n("{count} person has answered", "{count} people have answered", many)
    asked, answered, missing, difficulties = figures(sheet.lines)
    return words.t(
        "Asked {asked}, answered {answered}, missing {missing}, with difficulties {difficulties}",
        asked=asked,
        answered=answered,
        missing=missing,
        difficulties=difficulties,
    )


def _moments(words: Words, notice: Notice, now: datetime) -> str:
    """When it was made, and until when answers come."""
    made = plain(words.t("Made on {moment}", moment=words.moment(now, words.zone)))
    if notice.deadline is None:
        return made
    until = words.t("Deadline {moment}", moment=words.moment(notice.deadline, words.zone))
    return f"{made} · {plain(until)}"


def _look(line: Line) -> str:
    """How a row looks; the words say the same."""
    if not line.answer:
        return "missing"
    return "difficulty" if line.answer == DIFFICULTY else "plain"


def _totals(page: Page, words: Words, sheet: Sheet) -> None:
    rows: list[list[Cell]] = []
    for category in CATEGORIES:
        lines = [line for line in sheet.lines if line.organisation.category == category]
        if lines:
            rows.append(_total(plain(words.t(CATEGORY_NAMES[category])), lines))
    rows.append(_total(plain(words.t("Together")), sheet.lines))
    looks = ["plain"] * (len(rows) - 1) + ["sum"]
    page.table(0, _total_titles(words), rows, [28] * len(rows[0]), looks)
    page.keep_in_sight(1, 1)


def _total_titles(words: Words) -> list[str]:
    return [
        plain(words.t("Category")),
        plain(words.t("Asked")),
        plain(words.t("Answered")),
        plain(words.t("Missing")),
        plain(words.t("With difficulties")),
        plain(words.t("Share answered")),
    ]


def _total(name: str, lines: Sequence[Line]) -> list[Cell]:
    asked, answered, missing, difficulties = figures(lines)
    share = Share(answered / asked if asked else 0.0)
    return [name, asked, answered, missing, difficulties, share]


def _readings(page: Page, words: Words, sheet: Sheet) -> None:
    titles = [plain(words.t("Name")), plain(words.t("Read at"))]
    rows: list[list[Cell]] = [[one.name, one.read_at] for one in sheet.readings]
    page.table(0, titles, rows, [40, 24], ["plain"] * len(rows))
    page.keep_in_sight(1, 0)


def _people(page: Page, words: Words, sheet: Sheet) -> None:
    """In the order in which they came."""
    titles = [plain(words.t("No.")), plain(words.t("Name")), *_answer_titles(words)]
    rows: list[list[Cell]] = [
        [place, one.person, *_answer_cells(words, sheet.notice, one)]
        for place, one in enumerate(sheet.people, start=1)
    ]
    page.table(0, titles, rows, [6, 24, 16, 12, 60, 24], ["plain"] * len(rows))
    page.keep_in_sight(1, 2)


def _history(page: Page, words: Words, sheet: Sheet) -> None:
    """Every answer, with those that others took the place of."""
    titles = [plain(words.t("Organisation")), plain(words.t("Name")), *_answer_titles(words)]
    titles.append(plain(words.t("Difficulty or remark")))
    rows: list[list[Cell]] = []
    for one in sheet.changes:
        said = _answer_cells(words, sheet.notice, one)
        rows.append([one.organisation or "", _by(words, one), *said, one.reason])
    page.table(0, titles, rows, [36, 24, 16, 12, 60, 24, 60], ["plain"] * len(rows))
    page.keep_in_sight(1, 1)


def _by(words: Words, one: Change) -> str:
    return plain(words.t("noted by {name}", name=one.person)) if one.is_noted else one.person


def _answer_titles(words: Words) -> list[str]:
    return [
        plain(words.t("Answer given")),
        plain(words.t("Number")),
        plain(words.t("Content")),
        plain(words.t("Answered at")),
    ]


def _answer_cells(words: Words, notice: Notice, one: Change) -> list[Cell]:
    said = answer_said(words, one) if one.answer else plain(words.t("taken back"))
    return [said, one.amount, detail_of(notice, one), one.at]


def _text(page: Page, words: Words, sheet: Sheet) -> None:
    """A paragraph in each row: Excel shows no row higher than 409 points.

    `gongjian verify --head` takes the line of the record, and says whether all before it holds.
    """
    notice = sheet.notice
    page.column(0, 100)
    page.write(0, 0, plain(words.t("Notice {number}", number=notice.number or 0)), "title")
    sent_at = words.moment(notice.decided_at or notice.created_at, words.zone)
    sent = words.t("{name}, {moment}", name=notice.decider or notice.author, moment=sent_at)
    page.write(1, 0, plain(sent), "note")
    if sheet.head:
        page.write(2, 0, plain(words.t("Record of changes: {head}", head=sheet.head)), "note")
    for row, paragraph in enumerate(notice.text.split("\n"), start=3):
        page.write(row, 0, paragraph, "text")


def file_name(words: Words, notice: Notice, now: datetime, suffix: str) -> str:
    """`通知12-街道例会-2026-08-20.xlsx`: nothing in it that any system refuses."""
    first = notice.text.strip().partition("\n")[0]
    named = "-".join(_runs(first))[:20].strip("-")
    number = plain(words.t("notice{number}", number=notice.number or 0))
    day = now.astimezone(words.zone).date().isoformat()
    return "-".join(part for part in (number, named, day) if part) + suffix


def _runs(text: str) -> Iterable[str]:
    """What stands between signs and spaces."""
    return "".join(one if one.isalnum() else " " for one in text).split()
