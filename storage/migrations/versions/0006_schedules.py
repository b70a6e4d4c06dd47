"""when a notice goes out by itself, and which notice an occurrence was copied from"""

import sqlalchemy as sa
from alembic import op


revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pattern = sa.Column("pattern_id", sa.Integer(), nullable=True)
    op.add_column("notices", pattern)
    op.create_index(op.f("ix_notices_pattern_id"), "notices", ["pattern_id"])
    op.create_table(
        "schedules",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("time_of_day", sa.Text(), nullable=False),
        sa.Column("next_at", sa.Text(), nullable=True),
        sa.Column("answer_within", sa.Integer(), nullable=True),
        sa.Column("is_paused", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("missed_at", sa.Text(), nullable=True),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_schedules_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_schedules")),
        sqlite_strict=True,
    )
