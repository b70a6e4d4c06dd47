"""who was forgotten, under the number that took the place of the person's own"""

import sqlalchemy as sa
from alembic import op


revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "forgotten",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("forgotten_at", sa.Text(), nullable=False),
        sa.Column("scrubbed_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten")),
        sqlite_strict=True,
    )
