"""a quiz that was sent is known by its poll: answers name nothing else"""

import sqlalchemy as sa
from alembic import op


revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("poll_id", sa.Text()))
    op.create_index(
        op.f("ix_deliveries_poll_id"),
        "deliveries",
        ["poll_id"],
        sqlite_where=sa.text("poll_id IS NOT NULL"),
    )
