"""What the street office publishes: columns, the articles in them, and who follows a column."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from storage.tables.columns import Instant, TelegramId, metadata

article_columns = Table(
    "article_columns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("english", Text, nullable=False, server_default=""),
    Column("parent_id", ForeignKey("article_columns.id")),
    Column("position", Integer, nullable=False),
    Column("opens", Text, nullable=False, server_default=""),
    Column("retired_at", Instant),
    Column("retired_by", TelegramId),
    sqlite_strict=True,
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("column_id", ForeignKey("article_columns.id")),
    Column("title", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default="draft"),
    Column("panel", Text, nullable=False, server_default=""),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE")),
    Column("author_id", TelegramId, nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("published_by", TelegramId),
    Column("published_at", Instant),
    Column("withdrawn_by", TelegramId),
    Column("withdrawn_at", Instant),
    Column("trouble", Text, nullable=False, server_default=""),
    Index(None, "column_id", "state", "published_at"),
    Index(None, "state", "published_at"),
    sqlite_strict=True,
)

article_files = Table(
    "article_files",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("chat_id", TelegramId),
    Column("message_id", TelegramId),
    Column("media_group_id", Text),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Index(None, "chat_id", "media_group_id"),
    sqlite_strict=True,
)

article_versions = Table(
    "article_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("person_id", TelegramId, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index(None, "article_id"),
    sqlite_strict=True,
)

article_openings = Table(
    "article_openings",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("count", Integer, nullable=False, server_default=text("0")),
    sqlite_strict=True,
)

column_topics = Table(
    "column_topics",
    metadata,
    Column("column_id", ForeignKey("article_columns.id"), primary_key=True),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE"), primary_key=True),
    Column("topic_id", Integer, nullable=False),
    sqlite_strict=True,
)

follows = Table(
    "follows",
    metadata,
    Column("column_id", ForeignKey("article_columns.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("followed_at", Instant, nullable=False),
    Index(None, "person_id"),
    sqlite_strict=True,
)

gatherings = Table(
    "gatherings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("since", Instant),
    Column("until", Instant, nullable=False),
    Index(None, "person_id", "until"),
    sqlite_strict=True,
)
