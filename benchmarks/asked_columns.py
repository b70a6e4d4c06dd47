"""What people ask of columns and articles; `benchmarks.asked` has the rest."""

from collections.abc import Awaitable, Callable

from benchmarks.town.draw import Draw
from benchmarks.town.size import GROUP
from storage import article_lists, articles, column_topics, columns, follows, topics
from storage.database import Store

LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "article_lists.counts": lambda db, _: article_lists.counts(db),
    "article_lists.page": lambda db, d: article_lists.page(db, d.few % 16 + 1, d.few, 8),
    "article_lists.unpublished": lambda db, _: article_lists.unpublished(db, 1, 10),
    "article_lists.version": lambda db, d: article_lists.version(db, d.few * 50, d.few),
    "article_lists.versions": lambda db, d: article_lists.versions(db, d.few * 50),
    "articles.one": lambda db, d: articles.one(db, d.notice),
    "articles.some": lambda db, d: articles.some(db, d.some(d.size.notices)),
    "column_topics.every": lambda db, _: column_topics.every(db),
    "columns.every": lambda db, _: columns.every(db),
    "follows.count": lambda db, d: follows.count(db, d.few % 16 + 1),
    "follows.gathering": lambda db, d: follows.gathering(db, d.person),
    "follows.of": lambda db, d: follows.of(db, d.person),
    "topics.of": lambda db, _: topics.of(db, GROUP),
}
"""By module and function."""
