"""what lists and figures of many activities need is found without going through all of them"""

import sqlalchemy as sa
from alembic import op


revision = "0021"
down_revision = "0020"

WHOLE = "part_of IS NULL AND deleted_at IS NULL"


def upgrade() -> None:
    op.drop_index(op.f("ix_activities_part_of"), "activities")
    op.create_index(
        op.f("ix_activities_part_of"),
        "activities",
        ["part_of"],
        sqlite_where=sa.text("part_of IS NOT NULL"),
    )
    op.drop_index(op.f("ix_activities_held_on"), "activities")
    op.create_index(
        "ix_activities_whole",
        "activities",
        ["held_on", "organisation_id", "linkage", "served", "part_of", "deleted_at"],
        sqlite_where=sa.text(WHOLE),
    )
    op.drop_index(op.f("ix_activities_organisation_id_held_on"), "activities")
    op.create_index(
        op.f("ix_activities_organisation_id_held_on_part_of_deleted_at"),
        "activities",
        ["organisation_id", "held_on", "part_of", "deleted_at"],
    )
    by_reporter = ["reporter_id", "reported_at"]
    op.create_index(op.f("ix_activities_reporter_id_reported_at"), "activities", by_reporter)
    op.create_index(op.f("ix_photos_person_id_sent_at"), "photos", ["person_id", "sent_at"])
    op.drop_index(op.f("ix_changes_notice_id_organisation_id"), "changes")
    op.create_index(
        op.f("ix_changes_notice_id_organisation_id_changed_at_answer"),
        "changes",
        ["notice_id", "organisation_id", "changed_at", "answer"],
    )
