"""visits of the street office to organisations, and what was promised there"""

import sqlalchemy as sa
from alembic import op


revision = "0012"
down_revision = "0011"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
OF_A_NAME = (
    "SELECT 'visit', id FROM visits WHERE organisation_id = new.id"
    " EXCEPT SELECT kind, subject_id FROM unindexed"
)
"""What bears an organisation's name."""
CHANGED = "organisation_id", "heard", "deleted_at"


def upgrade() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), server_default="", nullable=False),
        sa.Column("step", sa.Text(), server_default="", nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.Text(), nullable=False),
        sa.Column("deleted_by", sa.Integer()),
        sa.Column("deleted_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_visits_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["people.id"], name=op.f("fk_visits_recorded_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_visits_organisation_id_held_on"), "visits", ["organisation_id", "held_on"]
    )
    op.create_table(
        "visitors",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.id"], name=op.f("fk_visitors_visit_id_visits")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_visitors_person_id_people")
        ),
        sa.PrimaryKeyConstraint("visit_id", "person_id", name=op.f("pk_visitors")),
        sqlite_strict=True,
    )
    op.create_table(
        "promises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text()),
        sa.Column("first_due_on", sa.Text()),
        sa.Column("promised_by", sa.Integer(), nullable=False),
        sa.Column("promised_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("settled_by", sa.Integer()),
        sa.Column("settled_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visits.id"], name=op.f("fk_promises_visit_id_visits")
        ),
        sa.ForeignKeyConstraint(
            ["promised_by"], ["people.id"], name=op.f("fk_promises_promised_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_promises_visit_id"), "promises", ["visit_id"])
    _noticed()


def _noticed() -> None:
    """What `/find` knows of a visit is taken in anew when it changed."""
    differs = " OR ".join(f"old.{one} IS NOT new.{one}" for one in CHANGED)
    _note("visits", "INSERT", "new.id")
    _note("visits", f"UPDATE OF {', '.join(CHANGED)}", "new.id", f"WHEN {differs}")
    _note("visits", "DELETE", "old.id")
    _note("promises", "INSERT", "new.visit_id")
    _note(
        "promises",
        "UPDATE OF words, state",
        "new.visit_id",
        "WHEN old.words IS NOT new.words OR old.state IS NOT new.state",
    )
    _note("promises", "DELETE", "old.visit_id")
    renamed = "old.name IS NOT new.name OR old.short_name IS NOT new.short_name"
    op.execute(
        "CREATE TRIGGER organisations_renamed_visits AFTER UPDATE OF name, short_name"
        f" ON organisations WHEN {renamed} BEGIN {NOTE} {OF_A_NAME}; END"
    )


def _note(table: str, event: str, subject: str, when: str = "") -> None:
    name = f"{table}_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'visit' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON {table} {when}"
        f" BEGIN {NOTE} SELECT 'visit', {subject} WHERE NOT EXISTS ({known}); END"
    )
