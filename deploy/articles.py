"""What stands in the demo's columns: facts of the sample data, and a guide that is none."""

from collections import Counter
from collections.abc import Iterable

from storage import columns, publications
from storage.articles import Writer
from storage.database import Database
from storage.organisations import Organisation

GUIDE = """这是演示用的示例，不是真实的办事要求。
真实的指南由街道工作人员发布。

写一篇指南，可以这样分段：
1. 谁可以办
2. 要带什么
3. 到哪里办、什么时间
4. 多久办好"""
MEETING = """2016年8月24日，刘寨街道召开区域化大党建共驻共建联席会议。
5个社区党支部与辖区19个单位党组织参加，交流党建和服务群众经验。
（摘自公开报道，演示数据）"""
NAMES = {
    "community": "社区",
    "enterprise": "企业",
    "social": "社会组织",
    "stationed": "驻区单位",
}


async def publish(db: Database, register: Iterable[Organisation], writer: Writer) -> None:
    """One article in each of three columns."""
    ids = {one.name: one.id for one in await columns.every(db)}
    for column, title, body in (
        ("街道简介", "刘寨街道共建联盟有哪些单位", _members(register)),
        ("街办动态", "区域化大党建共驻共建联席会议", MEETING),
        ("便民指南", "老年证办理指南（示例）", GUIDE),
    ):
        told = {"column_id": ids[column], "title": title, "body": body}
        await publications.put(db, told, writer)


def _members(register: Iterable[Organisation]) -> str:
    """The organisations as the register has them."""
    every = list(register)
    counts = Counter(one.category for one in every)
    lines = [f"联盟由刘寨街道党工委牵头，名册里共有 {len(every)} 家单位："]
    for category, name in NAMES.items():
        own = "、".join(one.short_name for one in every if one.category == category)
        lines.append(f"{name} {counts[category]} 家：{own}")
    return "\n".join([*lines, "（摘自公开报道，演示数据）"])
