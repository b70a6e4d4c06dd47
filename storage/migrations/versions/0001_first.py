"""the alliance, its notices, activities and deliveries"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None

TELEGRAM_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

INDEXES = (
    ("deliveries", ("edit_owed", "due_at")),
    ("deliveries", ("kind", "subject_id")),
    ("deliveries", ("state", "due_at")),
    ("inbox", ("done_at",)),
    ("activities", ("chat_id", "media_group_id")),
    ("activities", ("held_on",)),
    ("activities", ("organisation_id",)),
    ("liaisons", ("organisation_id",)),
    ("notices", ("state",)),
    ("photos", ("activity_id",)),
    ("photos", ("chat_id", "media_group_id")),
    ("photos", ("state", "due_at")),
)


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("id", TELEGRAM_ID, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("is_joined", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("is_administrator", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sqlite_strict=True,
    )
    op.create_table(
        "confirmations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmations")),
        sqlite_strict=True,
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", TELEGRAM_ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("reply_to", TELEGRAM_ID, nullable=True),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("message_id", TELEGRAM_ID, nullable=True),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("wants_pin", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("edit_owed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("revision", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_deliveries_chat_id_message_id")),
        sqlite_strict=True,
    )

    op.create_table(
        "inbox",
        sa.Column("update_id", TELEGRAM_ID, autoincrement=False, nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
        sqlite_strict=True,
    )
    op.create_table(
        "menus",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "language", name=op.f("pk_menus")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("community", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("name", name=op.f("uq_organisations_name")),
        sa.UniqueConstraint("short_name", name=op.f("uq_organisations_short_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "people",
        sa.Column("id", TELEGRAM_ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("username", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("is_staff", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_reachable", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sqlite_strict=True,
    )
    op.create_table(
        "activities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column(
            "organisation_guessed", sa.Integer(), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("reporter_id", TELEGRAM_ID, nullable=False),
        sa.Column("chat_id", TELEGRAM_ID, nullable=False),
        sa.Column("message_id", TELEGRAM_ID, nullable=False),
        sa.Column("media_group_id", sa.Text(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=True),
        sa.Column("served", sa.Integer(), nullable=True),
        sa.Column("joined", sa.Integer(), nullable=True),
        sa.Column("reported_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_activities_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["reporter_id"], ["people.id"], name=op.f("fk_activities_reporter_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_activities_chat_id_message_id")),
        sqlite_strict=True,
    )

    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("created_by", TELEGRAM_ID, nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.Column("used_by", TELEGRAM_ID, nullable=True),
        sa.Column("used_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_invitations_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
        sqlite_strict=True,
    )
    op.create_table(
        "liaisons",
        sa.Column("person_id", TELEGRAM_ID, nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("added_by", TELEGRAM_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_liaisons_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_liaisons_person_id_people")
        ),
        sa.PrimaryKeyConstraint("person_id", "organisation_id", name=op.f("pk_liaisons")),
        sqlite_strict=True,
    )

    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author_id", TELEGRAM_ID, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("chat_id", TELEGRAM_ID, nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("decided_by", TELEGRAM_ID, nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_notices_author_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_notices_chat_id_chats"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("number", name=op.f("uq_notices_number")),
        sqlite_strict=True,
    )

    op.create_table(
        "answers",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", TELEGRAM_ID, nullable=False),
        sa.Column("answered_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_answers_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_answers_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_answers_person_id_people")
        ),
        sa.PrimaryKeyConstraint("notice_id", "organisation_id", name=op.f("pk_answers")),
        sqlite_strict=True,
    )
    op.create_table(
        "asked",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_asked_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_asked_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("notice_id", "organisation_id", name=op.f("pk_asked")),
        sqlite_strict=True,
    )
    op.create_table(
        "photos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", TELEGRAM_ID, nullable=False),
        sa.Column("message_id", TELEGRAM_ID, nullable=False),
        sa.Column("media_group_id", sa.Text(), nullable=True),
        sa.Column("person_id", TELEGRAM_ID, nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_unique_id", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_photos_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_photos_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_photos_chat_id_message_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )

    op.create_table(
        "reads",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("person_id", TELEGRAM_ID, nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_reads_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reads_person_id_people")
        ),
        sa.PrimaryKeyConstraint("notice_id", "person_id", name=op.f("pk_reads")),
        sqlite_strict=True,
    )
    for table, columns in INDEXES:
        name = "_".join(("ix", table, *columns))
        op.create_index(op.f(name), table, list(columns))
