"""The columns of a register's file: what they are called, in whatever way offices write it."""

import re

from storage.organisations import folded

COLUMNS = {
    "name": ("单位名称", "name", "全称", "单位全称", "名称", "单位", "党组织名称", "full name"),
    "short_name": ("简称", "short_name", "单位简称", "常用名"),
    "category": ("类别", "category", "单位类别", "类型", "单位类型", "性质", "单位性质", "type"),
    "community": ("所属社区", "community", "社区", "所在社区", "its community"),
    "address": ("地址", "address", "单位地址", "详细地址", "办公地址"),
    "latitude": ("纬度", "latitude", "lat"),
    "longitude": ("经度", "longitude", "lng", "lon", "long"),
    "phone": ("电话", "phone", "联系电话", "单位电话", "办公电话", "telephone", "tel"),
    "hours": ("开放时间", "hours", "办公时间", "服务时间", "opening hours"),
    "offers": ("可提供资源", "offers", "可提供", "资源", "资源清单", "can offer"),
    "needs": ("需求", "needs", "需求清单", "需要"),
    "former_names": ("曾用名", "former_names", "原名", "原名称"),
    "pairs": ("结对", "pairs", "结对子", "结对社区", "结对单位", "paired with"),
    "notes": ("备注", "notes", "说明", "note"),
}
"""By field: what is written in Chinese and in English, and what is understood besides."""
CHINESE, ENGLISH = 0, 1
COUNTERS = frozenset({"", "序号", "编号", "no", "number"})
"""Columns that count rows: nobody misses them."""
BESIDES = re.compile(r"[(（\[【].*?[)）\]】]")
"""`电话（必填）`."""


def plain_header(header: str) -> str:
    """A header as it counts."""
    return "".join(filter(str.isalnum, folded(BESIDES.sub("", header))))


_BY_HEADER = {plain_header(called): column for column, every in COLUMNS.items() for called in every}


def column_of(header: str) -> str | None:
    """The field that a header means; None for one that is not known."""
    return _BY_HEADER.get(plain_header(header))


def is_counter(header: str) -> bool:
    return plain_header(header) in COUNTERS
