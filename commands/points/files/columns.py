"""The columns of a table of service points, in whatever way offices write them. Pure."""

import re

from storage.organisations import folded

COLUMNS = {
    "organisation": ("所属单位", "organisation", "单位", "单位简称", "单位名称", "organization"),
    "name": ("服务点", "service point", "服务点名称", "网点", "网点名称", "站点名称", "point"),
    "kind": ("类别", "kind", "服务类别", "类型", "type"),
    "level": ("级别", "level", "层级", "三级中心"),
    "address": ("地址", "address", "详细地址"),
    "latitude": ("纬度", "latitude", "lat"),
    "longitude": ("经度", "longitude", "lng", "lon", "long"),
    "datum": ("坐标系", "datum", "坐标来源", "地图"),
    "hours": ("开放时间", "hours", "服务时间", "营业时间", "opening hours"),
    "phone": ("电话", "phone", "联系电话", "办公电话", "tel"),
    "offers": ("服务内容", "offers", "服务项目", "services"),
}
"""By field: what is written in Chinese and in English, and what is understood besides."""
NEEDED = ("organisation", "name")
CHINESE, ENGLISH = 0, 1
COUNTERS = frozenset({"", "序号", "编号", "no", "number"})
BESIDES = re.compile(r"[(（\[【].*?[)）\]】]")


def column_of(header: str) -> str | None:
    """The field that a header means; None for one that is not known."""
    return _BY_HEADER.get(_plain(header))


def is_counter(header: str) -> bool:
    """True for a column that counts rows: nobody misses it."""
    return _plain(header) in COUNTERS


def _plain(header: str) -> str:
    return "".join(filter(str.isalnum, folded(BESIDES.sub("", header))))


_BY_HEADER = {_plain(called): column for column, every in COLUMNS.items() for called in every}
