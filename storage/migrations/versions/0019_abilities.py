"""what BotFather lets the bot do"""

import sqlalchemy as sa
from alembic import op


revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "abilities",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_on", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_abilities")),
        sqlite_strict=True,
    )
