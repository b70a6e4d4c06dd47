"""who was shown the first steps of which role"""

import sqlalchemy as sa
from alembic import op


revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "first_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_first_steps_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_steps")),
        sa.UniqueConstraint("person_id", "role", name=op.f("uq_first_steps_person_id_role")),
        sqlite_strict=True,
    )
