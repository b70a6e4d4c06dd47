"""what can be found by words: an index, and what it has yet to take in, noticed by triggers"""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"

INDEX = (
    "CREATE VIRTUAL TABLE findings"
    " USING fts5(title, sounds, body, tokenize='unicode61', prefix='1 2')"
)
NOTE = "INSERT INTO unindexed (kind, subject_id)"
"""Never `OR IGNORE`: within a trigger the policy of the statement outside counts instead."""
COLUMNS = {
    "organisation": ("organisations", "name, short_name, community, address, notes"),
    "notice": ("notices", "text, number, panel"),
    "activity": (
        "activities",
        "title, caption, place, materials, organisation_id, part_of, deleted_at",
    ),
    "person": ("people", "name, username"),
}
"""By kind: its table, and the columns that matter."""
PARTS = {
    "liaisons": ("person", "person_id"),
    "partners": ("activity", "activity_id"),
    "activity_tags": ("activity", "activity_id"),
}
"""Tables whose rows say something of a thing: of which kind, and the column with its id."""
OF_A_NAME = (
    "SELECT 'person', person_id FROM liaisons WHERE organisation_id = new.id"
    " UNION SELECT 'activity', id FROM activities WHERE organisation_id = new.id"
    " UNION SELECT 'activity', activity_id FROM partners WHERE organisation_id = new.id"
)
OF_A_TAG = "SELECT 'activity', activity_id FROM activity_tags WHERE tag_id = new.id"
"""What bears an organisation's name, and a tag's."""


def upgrade() -> None:
    op.execute(INDEX)
    op.create_table(
        "unindexed",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_unindexed")),
        sqlite_strict=True,
    )
    for kind, (table, columns) in COLUMNS.items():
        op.execute(f"{NOTE} SELECT '{kind}', id FROM {table}")  # noqa: S608 - names of ours
        changed = " OR ".join(f"old.{one} IS NOT new.{one}" for one in columns.split(", "))
        _note(table, "INSERT", kind, "new.id")
        _note(table, f"UPDATE OF {columns}", kind, "new.id", f"WHEN {changed}")
        _note(table, "DELETE", kind, "old.id")
    for table, (kind, column) in PARTS.items():
        _note(table, "INSERT", kind, f"new.{column}")
        _note(table, "UPDATE", kind, f"new.{column}")
        _note(table, "DELETE", kind, f"old.{column}")
    _renamed("organisations", ("name", "short_name"), OF_A_NAME)
    _renamed("tags", ("name",), OF_A_TAG)


def _renamed(table: str, columns: tuple[str, ...], bearers: str) -> None:
    changed = " OR ".join(f"old.{one} IS NOT new.{one}" for one in columns)
    event = f"AFTER UPDATE OF {', '.join(columns)} ON {table} WHEN {changed}"
    noted = f"{NOTE} {bearers} EXCEPT SELECT kind, subject_id FROM unindexed"  # noqa: S608 - ours
    op.execute(f"CREATE TRIGGER {table}_renamed {event} BEGIN {noted}; END")


def _note(table: str, event: str, kind: str, subject: str, when: str = "") -> None:
    name = f"{table}_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = '{kind}' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON {table} {when}"
        f" BEGIN {NOTE} SELECT '{kind}', {subject} WHERE NOT EXISTS ({known}); END"
    )
