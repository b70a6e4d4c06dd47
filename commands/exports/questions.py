"""What people ask to take along."""

from commands.kit.questions import ORGANISATION, PAST, Asked, Question, clue
from locales import message


def _ledger(asked: Asked) -> str:
    """Of a month, a year or an organisation; without them the command says how."""
    if asked.span is None and asked.organisation is None:
        return ""
    name = asked.organisation.short_name if asked.organisation else ""
    month = f"{asked.span.first:%Y-%m}" if asked.span and asked.span.kind == "month" else ""
    year = f"{asked.span.first.year}年" if asked.span and asked.span.kind == "year" else ""
    return " ".join(part for part in ("活动", month, year, name) if part)


QUESTIONS = (
    Question(
        "exports.ask",
        message("a file to take along"),
        "export",
        (
            clue(0.8, "导出 下载 excel 表格 台账 报表 export download spreadsheet ledger"),
            clue(0.1, "活动 通知 照片 反馈情况 反馈 名单 activities notice"),
        ),
        {PAST: 0.1, ORGANISATION: 0.05},
        args=_ledger,
    ),
)
