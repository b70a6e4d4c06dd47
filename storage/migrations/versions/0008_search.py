"""what can be found by words: an index, and what it has yet to take in, noticed by triggers"""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"

INDEX = (
    "CREATE VIRTUAL TABLE findings"
    " USING fts5(title, sounds, body, tokenize='unicode61', prefix='1 2')"
)
NOTE = "INSERT OR IGNORE INTO unindexed (kind, subject_id)"
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
"""What bears an organisation's name."""


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
        _note(table, "INSERT", f"'{kind}', new.id")
        _note(table, f"UPDATE OF {columns}", f"'{kind}', new.id", f"WHEN {changed}")
        _note(table, "DELETE", f"'{kind}', old.id")
    for table, (kind, column) in PARTS.items():
        _note(table, "INSERT", f"'{kind}', new.{column}")
        _note(table, "UPDATE", f"'{kind}', new.{column}")
        _note(table, "DELETE", f"'{kind}', old.{column}")
    op.execute(
        "CREATE TRIGGER organisations_renamed AFTER UPDATE OF name, short_name ON organisations"
        f" WHEN old.name IS NOT new.name OR old.short_name IS NOT new.short_name"
        f" BEGIN {NOTE} {OF_A_NAME}; END"
    )


def _note(table: str, event: str, values: str, when: str = "") -> None:
    name = f"{table}_found_by_{event.partition(' ')[0].lower()}"
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {NOTE} VALUES ({values}); END"
    )
