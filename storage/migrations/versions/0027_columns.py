"""columns of the street office: articles, their versions, topics, who follows, the gatherings"""

import sqlalchemy as sa
from alembic import op


revision = "0027"
down_revision = "0026"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
FOUND = "column_id", "title", "body", "state"
"""What `/find` knows of an article."""
PARTY = (
    ("红色知识", "Red history", ""),
    ("党建快讯", "Party building news", ""),
    ("通知公告", "Notices", "notices"),
    ("在线党课", "Party lessons", "courses"),
    ("服务地图", "Service map", "nearby"),
    ("党员风采", "Our members", "gallery"),
)
COLUMNS = (
    ("智慧党建", "Smart party building", ""),
    ("街道简介", "About the street", ""),
    ("街办动态", "News of the street office", ""),
    ("便民指南", "Guides", ""),
    ("政务公开", "Open government", ""),
    ("一刻钟服务圈", "Fifteen-minute circle", "nearby"),
    ("网络在线", "Online", ""),
    ("我想说", "I would like to say", "say"),
    ("风采展示", "Showcase", "gallery"),
    ("新政发布", "New policies", ""),
)
"""Name, English name, and the command of a feature that opens, where the bot has it."""


def upgrade() -> None:
    _columns()
    _articles()
    _around_articles()
    _following()
    _noticed()


def _columns() -> None:
    columns = op.create_table(
        "article_columns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("english", sa.Text(), server_default="", nullable=False),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Text(), server_default="", nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.Column("retired_by", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["article_columns.id"],
            name=op.f("fk_article_columns_parent_id_article_columns"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_columns")),
        sqlite_strict=True,
    )
    rows = [(one, None) for one in COLUMNS] + [(one, 1) for one in PARTY]
    op.bulk_insert(
        columns,
        [
            {
                "id": place,
                "name": one[0],
                "english": one[1],
                "parent_id": parent,
                "position": place,
                "opens": one[2],
            }
            for place, (one, parent) in enumerate(rows, start=1)
        ],
    )


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("column_id", sa.Integer()),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="draft", nullable=False),
        sa.Column("panel", sa.Text(), server_default="", nullable=False),
        sa.Column("chat_id", sa.Integer()),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("published_by", sa.Integer()),
        sa.Column("published_at", sa.Text()),
        sa.Column("withdrawn_by", sa.Integer()),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("trouble", sa.Text(), server_default="", nullable=False),
        _of_column("articles"),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.id"],
            name=op.f("fk_articles_chat_id_chats"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_articles_column_id_published_at"), "articles", ["column_id", "published_at"]
    )
    op.create_index(op.f("ix_articles_state_published_at"), "articles", ["state", "published_at"])


def _around_articles() -> None:
    op.create_table(
        "article_files",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer()),
        sa.Column("message_id", sa.Integer()),
        sa.Column("media_group_id", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        _of_article("article_files"),
        sa.PrimaryKeyConstraint("article_id", "place", name=op.f("pk_article_files")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_article_files_chat_id_media_group_id"),
        "article_files",
        ["chat_id", "media_group_id"],
    )
    op.create_table(
        "article_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        _of_article("article_versions"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_versions")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_article_versions_article_id"), "article_versions", ["article_id"])
    op.create_table(
        "article_openings",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        _of_article("article_openings"),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_openings")),
        sqlite_strict=True,
    )


def _following() -> None:
    op.create_table(
        "column_topics",
        sa.Column("column_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        _of_column("column_topics"),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.id"],
            name=op.f("fk_column_topics_chat_id_chats"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("column_id", "chat_id", name=op.f("pk_column_topics")),
        sqlite_strict=True,
    )
    op.create_table(
        "follows",
        sa.Column("column_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("followed_at", sa.Text(), nullable=False),
        _of_column("follows"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_follows_person_id_people")
        ),
        sa.PrimaryKeyConstraint("column_id", "person_id", name=op.f("pk_follows")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_follows_person_id"), "follows", ["person_id"])
    op.create_table(
        "gatherings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text()),
        sa.Column("until", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_gatherings_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gatherings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_gatherings_person_id_until"), "gatherings", ["person_id", "until"])


def _of_column(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["column_id"],
        ["article_columns.id"],
        name=op.f(f"fk_{table}_column_id_article_columns"),
    )


def _of_article(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["article_id"], ["articles.id"], name=op.f(f"fk_{table}_article_id_articles")
    )


def _noticed() -> None:
    """What `/find` knows of an article is taken in anew when it changed."""
    differs = " OR ".join(f"old.{one} IS NOT new.{one}" for one in FOUND)
    _note("INSERT", "new.id")
    _note(f"UPDATE OF {', '.join(FOUND)}", "new.id", f"WHEN {differs}")
    _note("DELETE", "old.id")
    every = (
        "SELECT 'article', id FROM articles WHERE column_id = new.id"
        " EXCEPT SELECT kind, subject_id FROM unindexed"
    )
    op.execute(
        "CREATE TRIGGER article_columns_renamed_articles AFTER UPDATE OF name, english"
        " ON article_columns WHEN old.name IS NOT new.name OR old.english IS NOT new.english"
        f" BEGIN {NOTE} {every}; END"
    )


def _note(event: str, subject: str, when: str = "") -> None:
    name = f"articles_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'article' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON articles {when}"
        f" BEGIN {NOTE} SELECT 'article', {subject} WHERE NOT EXISTS ({known}); END"
    )
