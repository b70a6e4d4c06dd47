"""tries of updates, jobs that are due, when Telegram was heard last, why somebody is not reached"""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    tries = sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False)
    op.add_column("inbox", tries)
    op.add_column("inbox", sa.Column("error", sa.Text(), nullable=True))
    op.add_column("people", sa.Column("unreached_at", sa.Text(), nullable=True))
    op.add_column("people", sa.Column("unreached_why", sa.Text(), nullable=True))
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("again_at", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint(
            "kind", "subject_id", "due_at", name=op.f("uq_jobs_kind_subject_id_due_at")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_jobs_due_at"), "jobs", ["due_at"])
    op.create_table(
        "pulses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("heard_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulses")),
        sqlite_strict=True,
    )
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("reminded_at", sa.Text(), nullable=False),
        sa.Column("promised_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_reminders_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reminders_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reminders_notice_id"), "reminders", ["notice_id"])
