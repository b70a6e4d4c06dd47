"""What organisations did, and the photos that show it."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    and_,
    column,
    text,
)

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

activities = Table(
    "activities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("reporter_id", ForeignKey("people.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("message_id", TelegramId, nullable=False),
    Column("media_group_id", Text),
    Column("caption", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("held_on", Day),
    Column("served", Integer),
    Column("joined", Integer),
    Column("reported_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="reported"),
    Column("linkage", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default=""),
    Column("minutes", Integer),
    Column("money", Integer),
    Column("materials", Text, nullable=False, server_default=""),
    Column("unsure", Text, nullable=False, server_default=""),
    Column("reviewed_by", TelegramId),
    Column("reviewed_at", Instant),
    Column("featured_by", TelegramId),
    Column("featured_at", Instant),
    Column("deleted_by", TelegramId),
    Column("deleted_at", Instant),
    Column("deleted_why", Text, nullable=False, server_default=""),
    Column("part_of", Integer),
    Index(None, "state"),
    Index(None, "part_of", sqlite_where=column("part_of").is_not(None)),
    Index(None, "reporter_id", "reported_at"),
    Index(
        "ix_activities_whole",
        *("held_on", "organisation_id", "linkage", "served", "part_of", "deleted_at"),
        sqlite_where=and_(column("part_of").is_(None), column("deleted_at").is_(None)),
    ),
    Index(None, "organisation_id", "held_on", "part_of", "deleted_at"),
    Index(None, "chat_id", "media_group_id"),
    UniqueConstraint("chat_id", "message_id"),
    sqlite_strict=True,
)

photos = Table(
    "photos",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", TelegramId, nullable=False),
    Column("message_id", TelegramId, nullable=False),
    Column("media_group_id", Text),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("activity_id", ForeignKey("activities.id")),
    Column("file_id", Text, nullable=False),
    Column("file_unique_id", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("due_at", Instant, nullable=False),
    Column("path", Text),
    Column("sha256", Text),
    Column("fault", Text),
    Column("kind", Text, nullable=False, server_default="photo"),
    Column("name", Text, nullable=False, server_default=""),
    Column("caption", Text, nullable=False, server_default=""),
    Column("bytes", Integer),
    Column("flaw", Text, nullable=False, server_default=""),
    Column("likeness", Text, nullable=False, server_default=""),
    Column("resembles_id", Integer),
    Column("chosen", Integer),
    Column("hidden_by", TelegramId),
    Column("hidden_at", Instant),
    Column("hidden_why", Text, nullable=False, server_default=""),
    Index(None, "file_unique_id"),
    Index(None, "sha256"),
    Index(None, "activity_id"),
    Index(None, "person_id", "sent_at"),
    Index(None, "chat_id", "media_group_id"),
    Index(None, "state", "due_at"),
    UniqueConstraint("chat_id", "message_id"),
    sqlite_autoincrement=True,  # loose ones are deleted, and what asks about them names their ids
    sqlite_strict=True,
)

tags = Table(
    "tags",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("linkage", Text, nullable=False),
    Column("name", Text, nullable=False, unique=True),
    Column("is_offered", Flag, nullable=False, server_default=text("1")),
    sqlite_strict=True,
)

activity_tags = Table(
    "activity_tags",
    metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("tag_id", ForeignKey("tags.id"), primary_key=True),
    Index(None, "tag_id"),
    sqlite_strict=True,
)

partners = Table(
    "partners",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("is_host", Flag, nullable=False, server_default=text("0")),
    Column("state", Text, nullable=False, server_default="named"),
    Column("confirmed_by", TelegramId),
    Column("confirmed_at", Instant),
    Index(None, "organisation_id"),
    UniqueConstraint("activity_id", "organisation_id"),
    sqlite_autoincrement=True,  # one may be taken out, and what asks about it names its id
    sqlite_strict=True,
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text, nullable=False, server_default=""),
    Column("after", Text, nullable=False, server_default=""),
    Column("changed_at", Instant, nullable=False),
    Index(None, "activity_id"),
    sqlite_strict=True,
)

queries = Table(
    "queries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answer", Text, nullable=False, server_default=""),
    Column("answered_by", ForeignKey("people.id")),
    Column("answered_at", Instant),
    Index(None, "activity_id"),
    sqlite_strict=True,
)

objections = Table(
    "objections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("photo_id", ForeignKey("photos.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("objected_at", Instant, nullable=False),
    Column("decision", Text, nullable=False, server_default=""),
    Column("decided_by", TelegramId),
    Column("decided_at", Instant),
    UniqueConstraint("photo_id", "person_id"),
    sqlite_strict=True,
)

features = Table(
    "features",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("topic_id", TelegramId),
    Column("photo_ids", Text, nullable=False, server_default=""),
    Column("featured_by", ForeignKey("people.id"), nullable=False),
    Column("featured_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Index(None, "activity_id"),
    sqlite_strict=True,
)

likes = Table(
    "likes",
    metadata,
    Column("chat_id", TelegramId, primary_key=True),
    Column("message_id", TelegramId, primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("activity_id", ForeignKey("activities.id"), nullable=False),
    Column("liked_at", Instant, nullable=False),
    Index(None, "activity_id"),
    sqlite_strict=True,
)

searches = Table(
    "searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("words", Text, nullable=False, unique=True),
    Column("asked_at", Instant, nullable=False),
    sqlite_autoincrement=True,  # old ones are deleted, and buttons name their ids
    sqlite_strict=True,
)
