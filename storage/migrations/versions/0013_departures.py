"""who of those with a role left a group, and what staff made of it"""

import sqlalchemy as sa
from alembic import op


revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "departures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("organisations", sa.Text(), server_default="", nullable=False),
        sa.Column("left_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_departures_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departures")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_departures_person_id"), "departures", ["person_id"])
