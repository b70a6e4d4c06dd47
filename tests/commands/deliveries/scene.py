"""Doubts and updates for views, without a database."""

from datetime import UTC, datetime

from locales import Catalogues
from storage.doubts import Aside, Doubt
from tests.vocabulary.clock import ZONE

CATALOGUES = Catalogues(zone=ZONE)
ZH, EN = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)


def doubt(state: str = "unknown", fault: str | None = None, where: str = "刘寨共建联盟") -> Doubt:
    return Doubt(
        id=7,
        kind="notices.card",
        subject_id=3,
        chat_id=-1001,
        state=state,
        message_id=None,
        fault=fault,
        tries=1,
        due_at=NOW,
        where=where,
    )


def aside(raw: str = "{}", error: str | None = None) -> Aside:
    return Aside(update_id=9, raw=raw, received_at=NOW, fault="abc123", error=error)
