"""who was asked to report something; activities and liaisons are counted without reading all"""

import sqlalchemy as sa
from alembic import op


revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_nudges_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["people.id"], name=op.f("fk_nudges_asked_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_nudges_organisation_id_asked_at"), "nudges", ["organisation_id", "asked_at"]
    )
    op.drop_index(op.f("ix_activities_organisation_id"), "activities")
    op.create_index(
        op.f("ix_activities_organisation_id_held_on"), "activities", ["organisation_id", "held_on"]
    )
