"""Who changed what, when, from what to what: each row bears the hash of the one before."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from storage.tables.columns import TelegramId, metadata

trail = Table(
    "trail",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("doer", Text, nullable=False),
    Column("doer_id", TelegramId),
    Column("doer_salt", LargeBinary),
    Column("doer_digest", LargeBinary, nullable=False),
    Column("key", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("organisation_id", Integer),
    Column("person_id", TelegramId),
    Column("notice_id", Integer),
    Column("activity_id", Integer),
    Column("salt", LargeBinary),
    Column("digest", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_autoincrement=True,  # the file remembers how many there were, also when the last are cut
    sqlite_strict=True,
)
