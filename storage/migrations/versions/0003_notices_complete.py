"""what a notice asks for, of whom and until when; answers of every form, and how they changed"""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _notices()
    _answers()
    _changes()
    _papers()
    _attachments()
    _wordings()


def _notices() -> None:
    for name, default in (
        ("form", "difficulty"),
        ("options", ""),
        ("audience", "all"),
        ("weight", "normal"),
        ("panel", ""),
        ("remind_before", "1440,120"),
    ):
        column = sa.Column(name, sa.Text(), nullable=False, server_default=default)
        op.add_column("notices", column)
    is_copy = sa.Column("is_copy", sa.Integer(), server_default=sa.text("0"), nullable=False)
    op.add_column("reminders", is_copy)
    for name in ("places", "closed_by"):
        op.add_column("notices", sa.Column(name, sa.Integer(), nullable=True))
    for name in ("deadline", "closed_at"):
        op.add_column("notices", sa.Column(name, sa.Text(), nullable=True))


def _answers() -> None:
    """Somebody may answer for nobody but oneself, so the organisation is no key any more."""
    op.rename_table("answers", "answers_before")
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        *_who("answers"),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False, server_default=""),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("answered_at", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO answers"
        " (notice_id, organisation_id, person_id, answer, reason, answered_at)"
        " SELECT notice_id, organisation_id, person_id, answer, reason, answered_at"
        " FROM answers_before"
    )
    op.drop_table("answers_before")
    for name, owner, is_there in (
        ("uq_answers_of_organisations", "organisation_id", "IS NOT NULL"),
        ("uq_answers_of_people", "person_id", "IS NULL"),
    ):
        of_one = sa.text(f"organisation_id {is_there}")
        columns = ["notice_id", owner]
        op.create_index(name, "answers", columns, unique=True, sqlite_where=of_one)


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        *_who("changes"),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False, server_default=""),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
        sqlite_strict=True,
    )
    columns = ["notice_id", "organisation_id"]
    op.create_index(op.f("ix_changes_notice_id_organisation_id"), "changes", columns)


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        *_who("papers"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_unique_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, server_default=""),
        sa.Column("handed_in_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sqlite_strict=True,
    )
    columns = ["notice_id", "organisation_id"]
    op.create_index(op.f("ix_papers_notice_id_organisation_id"), "papers", columns)


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_attachments_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("notice_id", "place", name=op.f("pk_attachments")),
        sqlite_strict=True,
    )


def _wordings() -> None:
    op.create_table(
        "wordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_wordings_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_wordings_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wordings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wordings_notice_id"), "wordings", ["notice_id"])


def _who(table: str) -> tuple[sa.Column[int] | sa.ForeignKeyConstraint, ...]:
    """Which notice, for which organisation (none: for oneself), by whom."""

    def reference(column: str, other: str) -> sa.ForeignKeyConstraint:
        name = op.f(f"fk_{table}_{column}_{other}")
        return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)

    return (
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        reference("notice_id", "notices"),
        reference("organisation_id", "organisations"),
        reference("person_id", "people"),
    )
