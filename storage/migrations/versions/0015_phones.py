"""phone numbers of those who said that they may be kept, and when they said so"""

import sqlalchemy as sa
from alembic import op


revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "phones",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("consented_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_phones_person_id_people")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_phones")),
        sqlite_strict=True,
    )
