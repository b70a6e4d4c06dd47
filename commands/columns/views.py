"""Columns and articles as everybody reads them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from commands.columns import rules
from commands.kit import (
    Button,
    File,
    Page,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    pager,
    private_link,
)
from commands.kit.posts import CAPTION_CHARACTERS
from commands.kit.running import HOME
from locales import LANGUAGES, Words, plain
from storage.articles import WITHDRAWN, Article
from storage.columns import Column

LINE = Markup("\n")
GAP = Markup("\n\n")
NAME, TITLE = 24, 60
LABEL = 28
SHELF = 8
WAITING = 10
"""So many that nobody can read are offered to staff, the newest."""
POSTED = 600
"""Characters of a text in a group; all of it is read in private."""
OPEN, READ, MORE, LIST = "columns.open", "columns.read", "columns.more", "columns.list"


def called(words: Words, column: Column, characters: int = NAME) -> str:
    """The name that the reader's language has for it."""
    is_chinese = words.language == LANGUAGES[0]
    return clip(column.name if is_chinese else column.english or column.name, characters)


def path(words: Words, column: Column, every: Sequence[Column]) -> str:
    """The same with the column above it."""
    parent = rules.the(every, column.parent_id)
    own = called(words, column)
    return f"{called(words, parent)} › {own}" if parent is not None else own


class Board(NamedTuple):
    """All columns with what they hold, on which day, and where they are shown."""

    every: Sequence[Column]
    counts: Mapping[int, int]
    today: date
    is_private: bool


def columns(words: Words, board: Board, own: Sequence[Row]) -> Post:
    """All that stand for themselves, as buttons; `own` is what this person may do besides."""
    buttons = [_column(words, one, board) for one in rules.below(board.every, None)]
    text = words.t("📋 <b>Columns</b>\nPress one to read what is in it.")
    home = button(words.t("‹ Menu"), pack(HOME))
    return Post(text, (*in_rows(buttons), *own, (home,)))


def column(
    words: Words, one: Column, board: Board, page: Page[Article], rows: Sequence[Row]
) -> Post:
    """One column: what stands below it, then its articles, the newest first."""
    lines = [words.t("📰 <b>{name}</b>", name=path(words, one, board.every))]
    inner = [_column(words, child, board) for child in rules.below(board.every, one.id)]
    first = (page.number - 1) * SHELF + 1
    for place, article in enumerate(page.items, start=first):
        day = words.day(published_on(words, article), board.today)
        title = clip(article.title, TITLE)
        lines.append(words.t("{place}. {title} · {day}", place=place, title=title, day=day))
    if not page.items and not inner:
        lines.append(words.t("There is nothing in this column yet."))
    opens = found(words, page.items, is_private=board.is_private)
    turns = pager(page, OPEN, one.id)
    return Post(
        LINE.join(lines), (*in_rows(inner), *opens, turns, *rows, (_up(words, one, board),))
    )


def article(
    words: Words, one: Article, signed: Markup, number: int = 1, rows: Sequence[Row] = ()
) -> Post:
    """A page of it, with what it is and who published it: the office, no person."""
    parts = rules.pages(one.body)
    number = min(max(number, 1), len(parts))
    lines = [words.t("📰 <b>{title}</b>", title=one.title)]
    if body := words.list([parts[number - 1]]):
        lines.append(body)
    turns = pager(Page(tuple(parts[:1]), number, len(parts)), "columns.page", one.id)
    return Post(GAP.join([*lines, signed]), (turns, *rows))


def signed(words: Words, one: Article, where: str, office: str) -> Markup:
    """What stands below an article: its column, its day, the office that publishes."""
    day = words.day(published_on(words, one))
    said = words.t("<i>{column} · {day} · {office}</i>", column=where, day=day, office=office)
    if one.corrected_at is None:
        return said
    again = words.day(one.corrected_at.astimezone(words.zone).date())
    return said + LINE + words.t("<i>Corrected on {day}</i>", day=again)


def with_files(post: Post, one: Article) -> tuple[Post, ...]:
    """The same as the messages that it takes: Bot API, documents are grouped with documents."""
    pictures = tuple(File(f.kind, f.file_id) for f in one.files if f.kind != "document")
    papers = tuple(File(f.kind, f.file_id) for f in one.files if f.kind == "document")
    things = pictures or papers
    before = [Post(Markup(), files=papers)] if pictures and papers else []
    if len(things) == 1 and len(plain(post.text)) > CAPTION_CHARACTERS:
        return (*before, Post(Markup(), files=things), post)
    return (*before, Post(post.text, post.buttons, files=things))


def posted(words: Words, one: Article, column: Column, signed: Markup) -> Post:
    """In a group: how it begins, and the way to all of it."""
    lines = [words.t("📰 <b>{title}</b>", title=clip(one.title, rules.TITLE_LONGEST))]
    body = one.body if len(one.body) <= POSTED else f"{one.body[:POSTED].rstrip()}…"
    if body:
        lines.append(words.list([body]))
    all_of_it = private_link(words.t("📖 Read it in private"), "article", str(one.id))
    name = called(words, column, 12)
    more = private_link(words.t("More in {name}", name=name), "columns", str(column.id))
    return Post(GAP.join([*lines, signed]), ((all_of_it,), (more,)))


def found(words: Words, some: Sequence[Article], *, is_private: bool) -> tuple[Row, ...]:
    """A button for each of several articles."""
    return tuple((_article(words, one, is_private=is_private),) for one in some)


def waiting(words: Words, some: Sequence[Article]) -> Post:
    """To staff, what nobody can read, each with its card."""
    if not some:
        return Post(words.t("Everything is published."))
    buttons = []
    for one in some:
        title = clip(one.title, LABEL) or plain(words.t("(no title yet)"))
        mark = "🗑 " if one.state == WITHDRAWN else "📝 "
        buttons.append((button(words.list([mark + title]), pack("columns.card", one.id)),))
    return Post(words.t("📝 <b>Not published</b>\n📝 is a draft, 🗑 is withdrawn."), tuple(buttons))


def gone(words: Words) -> Markup:
    """For a button whose article is not to be read any more."""
    return words.t("This article is not there any more. /columns shows what there is.")


def column_gone(words: Words) -> Markup:
    """For a button whose column was retired."""
    return words.t("This column is not there any more. /columns shows all of them.")


def published_on(words: Words, one: Article) -> date:
    """The day in the alliance's zone."""
    moment = one.published_at or one.written_at
    return moment.astimezone(words.zone).date()


def _up(words: Words, one: Column, board: Board) -> Button:
    """To the column above, or to all of them."""
    parent = rules.the(board.every, one.parent_id)
    if parent is None:
        return button(words.t("‹ Columns"), pack(LIST))
    return button(words.t("‹ {name}", name=called(words, parent)), pack(OPEN, parent.id, 1))


def _column(words: Words, one: Column, board: Board) -> Button:
    name, count = called(words, one, LABEL), board.counts.get(one.id, 0)
    if rules.below(board.every, one.id):
        label = words.t("{name} ›", name=name)
    elif count:
        label = words.t("{name} · {count}", name=name, count=count)
    else:
        label = words.list([name])
    return button(label, pack(OPEN, one.id, 1))


def _article(words: Words, one: Article, *, is_private: bool) -> Button:
    label = words.list([clip(one.title, LABEL)])
    if is_private:
        return button(label, pack(READ, one.id))
    return private_link(label, "article", str(one.id))
