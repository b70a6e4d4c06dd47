"""What an article said before: each change with who made it and when."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.columns import rules, views
from commands.columns.views import LINE
from commands.kit import Post, button, clip, in_rows, pack, page_of, pager
from locales import Words, message
from storage.article_lists import Version
from storage.articles import FILES, PUBLISHED, TEXT, TITLE, Article
from storage.columns import Column

PAGE = 6
SHORT = 40
FIELDS = {
    TITLE: message("title"),
    TEXT: message("text"),
    "column_id": message("column"),
    FILES: message("number of photos and files"),
    "state": message("state"),
}
CAN_COME_BACK = frozenset({TITLE, TEXT, "column_id"})


def overview(
    words: Words, one: Article, every: Sequence[Version], columns: Sequence[Column], number: int
) -> Post:
    """A line for each change, the latest first; a button shows all that was there before."""
    page = page_of(every, number, PAGE)
    lines = [words.t("🕘 <b>{title}</b>: what it said before", title=clip(one.title, SHORT))]
    if not every:
        lines.append(words.t("Nothing was changed since it was published."))
    placed = list(enumerate(page.items, start=(page.number - 1) * PAGE + 1))
    lines += [_line(words, version, columns, place) for place, version in placed]
    buttons = [
        button(words.list([str(place)]), pack("columns.version", one.id, version.id))
        for place, version in placed
    ]
    turns = pager(page, "columns.versions", one.id)
    card = button(words.t("The article ›"), pack("columns.card", one.id))
    return Post(LINE.join(lines), (*in_rows(buttons, PAGE), turns, (card,)))


def one(words: Words, article: Article, version: Version, columns: Sequence[Column]) -> Post:
    """A change, with the whole of what was there before."""
    lines = [
        words.t("🕘 <b>{title}</b>", title=clip(article.title, SHORT)),
        _said(words, version),
        words.t("Before:"),
        words.list([_whole(_value(words, version, version.old, columns))]),
    ]
    back = button(words.t("◀ Back"), pack("columns.versions", article.id, 1))
    again = button(words.t("↩️ As it was"), pack("columns.revert", article.id, version.id))
    can = version.field in CAN_COME_BACK and article.state == PUBLISHED and version.old
    return Post(LINE.join(lines), ((again, back) if can else (back,),))


def _whole(said: str) -> str:
    """As much as a message has room for."""
    first, *others = rules.pages(said)
    return f"{first}…" if others else first


def _line(words: Words, version: Version, columns: Sequence[Column], place: int) -> Markup:
    old, new = (
        clip(_value(words, version, said, columns), SHORT) or "—"
        for said in (version.old, version.new)
    )
    said = words.t("“{old}” → “{new}”", old=old, new=new)
    return Markup("{}. {}\n    {}").format(place, _said(words, version), said)


def _said(words: Words, version: Version) -> Markup:
    """When, who, what."""
    return words.t(
        "{moment} · {person} · {field}",
        moment=words.moment(version.changed_at, words.zone),
        person=clip(version.person, views.NAME) or str(version.person_id),
        field=words.t(FIELDS.get(version.field, version.field)),
    )


def _value(words: Words, version: Version, said: str, columns: Sequence[Column]) -> str:
    if version.field == "column_id":
        column = rules.the(columns, int(said)) if said else None
        return views.called(words, column) if column else ""
    if version.field == "state":
        is_public = said == PUBLISHED
        return str(words.t("to be read") if is_public else words.t("withdrawn"))
    return said
