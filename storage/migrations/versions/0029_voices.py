"""what people say that they need; who has no name stands in none of these rows"""

import sqlalchemy as sa
from alembic import op


revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "voices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("state", sa.Text(), server_default="draft", nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("key_name", sa.LargeBinary()),
        sa.Column("handle", sa.LargeBinary()),
        sa.Column("kept_until", sa.Text()),
        sa.Column("said_on", sa.Text()),
        sa.Column("has_news", sa.Integer(), server_default="0", nullable=False),
        sa.Column("main_id", sa.Integer()),
        sa.Column("solution", sa.Text(), server_default="", nullable=False),
        sa.Column("solved_on", sa.Text()),
        sa.Column("ended", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_on", sa.Text()),
        sa.Column("reopened", sa.Integer(), server_default="0", nullable=False),
        _known("voices", "person_id", "people"),
        _known("voices", "main_id", "voices"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voices")),
        sa.UniqueConstraint("number", name=op.f("uq_voices_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_voices_person_id"), "voices", ["person_id"])
    op.create_index(op.f("ix_voices_main_id"), "voices", ["main_id"])
    op.create_index("ix_voices_state_number", "voices", ["state", "number"])
    op.create_table(
        "voice_parts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer()),
        sa.Column("is_first", sa.Integer(), server_default="0", nullable=False),
        sa.Column("is_told", sa.Integer(), server_default="0", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("latitude", sa.REAL()),
        sa.Column("longitude", sa.REAL()),
        sa.Column("path", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.Column("said_on", sa.Text()),
        _known("voice_parts", "voice_id", "voices"),
        _known("voice_parts", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_parts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_voice_parts_voice_id"), "voice_parts", ["voice_id"])
    _passes()
    op.create_table(
        "voice_verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("main_id", sa.Integer()),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        _known("voice_verdicts", "voice_id", "voices"),
        _known("voice_verdicts", "main_id", "voices"),
        _known("voice_verdicts", "decided_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_verdicts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_voice_verdicts_voice_id"), "voice_verdicts", ["voice_id"])


def _passes() -> None:
    op.create_table(
        "voice_passes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("liaison_id", sa.Integer()),
        sa.Column("passed_by", sa.Integer(), nullable=False),
        sa.Column("passed_at", sa.Text()),
        sa.Column("answer_by", sa.Text()),
        sa.Column("first_word_at", sa.Text()),
        sa.Column("solved_at", sa.Text()),
        sa.Column("ended_at", sa.Text()),
        _known("voice_passes", "voice_id", "voices"),
        _known("voice_passes", "organisation_id", "organisations"),
        _known("voice_passes", "passed_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_passes")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_voice_passes_voice_id"), "voice_passes", ["voice_id"])
    op.create_index(op.f("ix_voice_passes_organisation_id"), "voice_passes", ["organisation_id"])


def _known(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)
