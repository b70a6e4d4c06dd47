"""Courses (在线党课): lessons in order, the quiz at the end, and how far each person got."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Flag, Instant, TelegramId, metadata

courses = Table(
    "courses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="draft"),
    Column("share", Integer, nullable=False, server_default=text("60")),
    Column("written_by", ForeignKey("people.id"), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("published_by", TelegramId),
    Column("published_at", Instant),
    Column("retired_by", TelegramId),
    Column("retired_at", Instant),
    sqlite_strict=True,
)

lessons = Table(
    "lessons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("course_id", ForeignKey("courses.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
    Column("written_by", ForeignKey("people.id"), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("retired_by", TelegramId),
    Column("retired_at", Instant),
    Index(None, "course_id"),
    sqlite_strict=True,
)

lesson_files = Table(
    "lesson_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lesson_id", ForeignKey("lessons.id"), nullable=False),
    Column("message_id", TelegramId, nullable=False),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("sent_by", ForeignKey("people.id"), nullable=False),
    Index(None, "lesson_id"),
    sqlite_strict=True,
)

quiz_questions = Table(
    "quiz_questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("course_id", ForeignKey("courses.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("options", Text, nullable=False, server_default=""),
    Column("right", Integer),
    Column("explanation", Text, nullable=False, server_default=""),
    Column("replaces", Integer),
    Column("written_by", ForeignKey("people.id"), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("retired_by", TelegramId),
    Column("retired_at", Instant),
    Index(None, "course_id"),
    sqlite_strict=True,
)

course_writings = Table(
    "course_writings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("step", Text, nullable=False),
    Column("course_id", ForeignKey("courses.id")),
    Column("lesson_id", ForeignKey("lessons.id")),
    Column("question_id", ForeignKey("quiz_questions.id")),
    Column("at", Instant, nullable=False),
    UniqueConstraint("person_id"),
    sqlite_strict=True,
)

studies = Table(
    "studies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("lesson_id", ForeignKey("lessons.id"), nullable=False),
    Column("opened_at", Instant, nullable=False),
    UniqueConstraint("person_id", "lesson_id"),
    Index(None, "lesson_id"),
    sqlite_strict=True,
)

sittings = Table(
    "sittings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("course_id", ForeignKey("courses.id"), nullable=False),
    Column("share", Integer, nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("is_passed", Flag, nullable=False, server_default=text("0")),
    Index(None, "person_id", "course_id"),
    Index(None, "course_id"),
    sqlite_strict=True,
)

quiz_items = Table(
    "quiz_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey("sittings.id"), nullable=False),
    Column("question_id", ForeignKey("quiz_questions.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("chosen", Integer),
    Column("is_right", Flag, nullable=False, server_default=text("0")),
    Column("answered_at", Instant),
    UniqueConstraint("sitting_id", "place"),
    Index(None, "question_id"),
    sqlite_strict=True,
)

completions = Table(
    "completions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("course_id", ForeignKey("courses.id"), nullable=False),
    Column("finished_at", Instant, nullable=False),
    UniqueConstraint("person_id", "course_id"),
    Index(None, "course_id"),
    sqlite_strict=True,
)

course_reminders = Table(
    "course_reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("course_id", ForeignKey("courses.id"), nullable=False),
    Column("due_at", Instant, nullable=False),
    UniqueConstraint("person_id", "course_id"),
    sqlite_strict=True,
)
