"""What can be found by words, and what of it the index has yet to take in."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table, Text, column, table

from storage.tables.columns import metadata

findings = table("findings", column("rowid"), column("title"), column("sounds"), column("body"))
"""SQLite's own FTS5 table, which no metadata describes; `storage.findings` says what is in it."""

unindexed = Table(
    "unindexed",
    metadata,
    Column("kind", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "subject_id"),
    sqlite_strict=True,
)
