"""what else the register says of an organisation, who is paired with whom; all answers by notice"""

import sqlalchemy as sa
from alembic import op


revision = "0009"
down_revision = "0008"

WORDS = ("former_names", "phone", "hours", "offers", "needs")
FOUND_BY = (
    "name, short_name, community, address, notes, former_names, phone, offers, needs, retired_at"
)


def upgrade() -> None:
    for name in WORDS:
        words = sa.Column(name, sa.Text(), nullable=False, server_default="")
        op.add_column("organisations", words)
    for name in ("latitude", "longitude"):
        op.add_column("organisations", sa.Column(name, sa.REAL(), nullable=True))
    op.add_column("organisations", sa.Column("retired_at", sa.Text(), nullable=True))
    op.add_column("organisations", sa.Column("retired_by", sa.Integer(), nullable=True))
    _found()
    _pairings()
    op.create_index(op.f("ix_answers_notice_id"), "answers", ["notice_id"])


def _found() -> None:
    """The trigger of migration 0008, with what has come since."""
    changed = " OR ".join(f"old.{one} IS NOT new.{one}" for one in FOUND_BY.split(", "))
    known = "SELECT 1 FROM unindexed WHERE kind = 'organisation' AND subject_id = new.id"
    note = "INSERT INTO unindexed (kind, subject_id) SELECT 'organisation', new.id"
    op.execute("DROP TRIGGER organisations_found_by_update")
    op.execute(
        f"CREATE TRIGGER organisations_found_by_update AFTER UPDATE OF {FOUND_BY} ON organisations"
        f" WHEN {changed} BEGIN {note} WHERE NOT EXISTS ({known}); END"
    )


def _pairings() -> None:
    op.create_table(
        "pairings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.Column("paired_by", sa.Integer(), nullable=False),
        sa.Column("paired_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["organisations.id"],
            name=op.f("fk_pairings_community_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_pairings_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairings")),
        sqlite_strict=True,
    )
    of_two = ["organisation_id", "community_id"]
    op.create_index("uq_pairings_of_two", "pairings", of_two, unique=True)
    op.create_index(op.f("ix_pairings_community_id"), "pairings", ["community_id"])
