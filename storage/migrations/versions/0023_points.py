"""service points of organisations, how they are kept up, and files of them"""

import sqlalchemy as sa
from alembic import op


revision = "0023"
down_revision = "0022"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
OF_A_NAME = (
    "SELECT 'point', id FROM points WHERE organisation_id = new.id"
    " EXCEPT SELECT kind, subject_id FROM unindexed"
)
"""What bears an organisation's name."""
CHANGED = "organisation_id", "name", "kind", "address", "offers", "retired_at"


def upgrade() -> None:
    _points()
    _drafts()
    _upkeep()
    op.add_column(
        "imports",
        sa.Column("kind", sa.Text(), nullable=False, server_default="organisations"),
    )
    _note("INSERT", "new.id")
    _note(
        f"UPDATE OF {', '.join(CHANGED)}",
        "new.id",
        f"WHEN {' OR '.join(f'old.{one} IS NOT new.{one}' for one in CHANGED)}",
    )
    _note("DELETE", "old.id")
    renamed = "old.name IS NOT new.name OR old.short_name IS NOT new.short_name"
    op.execute(
        "CREATE TRIGGER organisations_renamed_points AFTER UPDATE OF name, short_name"
        f" ON organisations WHEN {renamed} BEGIN {NOTE} {OF_A_NAME}; END"
    )


def _points() -> None:
    op.create_table(
        "points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("given_latitude", sa.REAL()),
        sa.Column("given_longitude", sa.REAL()),
        sa.Column("datum", sa.Text(), server_default="", nullable=False),
        sa.Column("latitude", sa.REAL()),
        sa.Column("longitude", sa.REAL()),
        sa.Column("hours", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("offers", sa.Text(), server_default="", nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("made_by", sa.Integer()),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Integer()),
        sa.Column("confirmed_at", sa.Text(), nullable=False),
        sa.Column("retired_by", sa.Integer()),
        sa.Column("retired_at", sa.Text()),
        _to("points", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points")),
        sqlite_strict=True,
    )
    _index("points", "latitude", "longitude")
    _index("points", "organisation_id", "name")


def _drafts() -> None:
    op.create_table(
        "point_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer()),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("old", sa.Text(), server_default="", nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        _to("point_drafts", "point_id", "points"),
        _to("point_drafts", "organisation_id", "organisations"),
        _to("point_drafts", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_drafts")),
        sqlite_strict=True,
    )
    _index("point_drafts", "person_id")
    _index("point_drafts", "point_id")


def _upkeep() -> None:
    op.create_table(
        "point_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        _to("point_checks", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_checks")),
        sqlite_strict=True,
    )
    by_round = ["round", "organisation_id"]
    op.create_index("uq_point_checks_of_round", "point_checks", by_round, unique=True)
    op.create_table(
        "point_complaints",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("point_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("complained_at", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Integer()),
        sa.Column("settled_at", sa.Text()),
        _to("point_complaints", "point_id", "points"),
        _to("point_complaints", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_complaints")),
        sqlite_strict=True,
    )
    _index("point_complaints", "point_id")


def _to(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, [*columns])


def _note(event: str, subject: str, when: str = "") -> None:
    name = f"points_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'point' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON points {when}"
        f" BEGIN {NOTE} SELECT 'point', {subject} WHERE NOT EXISTS ({known}); END"
    )
