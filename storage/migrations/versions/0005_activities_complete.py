"""what an activity was, with whom and for whom; who looked it over; what is announced"""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"


TAGS = {
    "education": ("主题党日", "党课", "联席会议", "观摩", "培训", "讲座", "青少年教育"),
    "livelihood": (
        *("义诊", "助学", "老年服务", "慰问", "募捐", "便民服务", "就业帮扶", "关爱儿童"),
    ),
    "culture": ("文艺演出", "节日活动", "文体活动", "读书", "传统文化"),
    "safety": (*("安全排查", "消防演练", "安全宣传", "反诈宣传", "文明交通", "治安巡逻", "禁毒"),),
    "development": ("环境整治", "垃圾分类", "招聘会", "企业服务", "项目共建"),
}


def upgrade() -> None:
    _activities()
    _photos()
    _tags()
    _activity_tags()
    _partners()
    _revisions()
    _queries()
    _objections()
    _features()
    _likes()
    _searches()
    _announcements()


def _activities() -> None:
    state = sa.Column("state", sa.Text(), nullable=False, server_default="reported")
    op.add_column("activities", state)
    for name in ("linkage", "place", "materials", "unsure", "deleted_why"):
        op.add_column("activities", _words(name))
    for name in ("minutes", "money", "reviewed_by", "featured_by", "deleted_by", "part_of"):
        op.add_column("activities", sa.Column(name, sa.Integer(), nullable=True))
    for name in ("reviewed_at", "featured_at", "deleted_at"):
        op.add_column("activities", sa.Column(name, sa.Text(), nullable=True))
    op.create_index(op.f("ix_activities_state"), "activities", ["state"])
    op.create_index(op.f("ix_activities_part_of"), "activities", ["part_of"])
    op.execute(
        "UPDATE activities SET unsure = '{\"organisation_id\": {}}' WHERE organisation_guessed = 1"
    )
    op.drop_column("activities", "organisation_guessed")


def _photos() -> None:
    kind = sa.Column("kind", sa.Text(), nullable=False, server_default="photo")
    op.add_column("photos", kind)
    for name in ("name", "caption", "flaw", "likeness", "hidden_why"):
        op.add_column("photos", _words(name))
    for name in ("bytes", "resembles_id", "chosen", "hidden_by"):
        op.add_column("photos", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("photos", sa.Column("hidden_at", sa.Text(), nullable=True))
    for name in ("file_unique_id", "sha256"):
        op.create_index(op.f(f"ix_photos_{name}"), "photos", [name])


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _tags() -> None:
    tags = op.create_table(
        "tags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("linkage", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_offered", sa.Integer(), nullable=False, server_default=sa.text("1")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tags")),
        sa.UniqueConstraint("name", name=op.f("uq_tags_name")),
        sqlite_strict=True,
    )
    rows = [{"linkage": one, "name": name} for one, names in TAGS.items() for name in names]
    op.bulk_insert(tags, rows)


def _activity_tags() -> None:
    op.create_table(
        "activity_tags",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name=op.f("fk_activity_tags_tag_id_tags")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_activity_tags_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("activity_id", "tag_id", name=op.f("pk_activity_tags")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_activity_tags_tag_id"), "activity_tags", ["tag_id"])


def _partners() -> None:
    op.create_table(
        "partners",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("is_host", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("state", sa.Text(), nullable=False, server_default="named"),
        sa.Column("confirmed_by", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_partners_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_partners_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partners")),
        sa.UniqueConstraint(
            "activity_id", "organisation_id", name=op.f("uq_partners_activity_id_organisation_id")
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_partners_organisation_id"), "partners", ["organisation_id"])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False, server_default=""),
        sa.Column("after", sa.Text(), nullable=False, server_default=""),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_revisions_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_revisions_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_revisions_activity_id"), "revisions", ["activity_id"])


def _queries() -> None:
    op.create_table(
        "queries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False, server_default=""),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_queries_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people.id"], name=op.f("fk_queries_answered_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["people.id"], name=op.f("fk_queries_asked_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queries")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_queries_activity_id"), "queries", ["activity_id"])


def _objections() -> None:
    op.create_table(
        "objections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("objected_at", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False, server_default=""),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["photos.id"], name=op.f("fk_objections_photo_id_photos")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_objections_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objections")),
        sa.UniqueConstraint("photo_id", "person_id", name=op.f("uq_objections_photo_id_person_id")),
        sqlite_strict=True,
    )


def _features() -> None:
    op.create_table(
        "features",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("photo_ids", sa.Text(), nullable=False, server_default=""),
        sa.Column("featured_by", sa.Integer(), nullable=False),
        sa.Column("featured_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_features_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["featured_by"], ["people.id"], name=op.f("fk_features_featured_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_features")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_features_activity_id"), "features", ["activity_id"])


def _searches() -> None:
    op.create_table(
        "searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_searches")),
        sa.UniqueConstraint("words", name=op.f("uq_searches_words")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _likes() -> None:
    op.create_table(
        "likes",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("liked_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_likes_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_likes_activity_id_activities")
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "person_id", name=op.f("pk_likes")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_likes_activity_id"), "likes", ["activity_id"])


def _announcements() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False, server_default=""),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("announced_by", sa.Integer(), nullable=False),
        sa.Column("announced_at", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.Text(), nullable=True),
        sa.Column("called_off_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_announcements_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_announcements_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["announced_by"], ["people.id"], name=op.f("fk_announcements_announced_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_announcements_held_on"), "announcements", ["held_on"])
