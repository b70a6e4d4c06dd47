"""What service points are for: the closed list, and how people speak of each. Pure."""

import re

from markupsafe import Markup

from locales import Words, message, plain
from storage.points import KINDS, LEVELS

KIND_NAMES = {
    "hall": message("🏛 Service hall"),
    "health": message("🏥 Health"),
    "elderly": message("👵 Care of the elderly"),
    "meals": message("🍚 Meals"),
    "children": message("🧒 Children"),
    "culture": message("🏀 Culture and sports"),
    "legal": message("⚖️ Legal advice"),
    "repair": message("🔧 Repairs"),
    "daily": message("✂️ Daily life"),
    "jobs": message("💼 Jobs"),
    "volunteers": message("🤝 Volunteers"),
    "safety": message("👮 Safety"),
    "other": message("📍 Other"),
}
LEVEL_NAMES = {
    "street": message("Street level"),
    "community": message("Community level"),
    "grid": message("Grid or station level"),
    "": message("None of these"),
}
"""三级服务中心."""
SAID = {
    "hall": (
        "政务服务大厅 政务服务 服务大厅 便民服务大厅 办事大厅 "
        "党群服务中心 党群服务 政务 大厅 办事 盖章 "
        "hall service_hall"
    ),
    "health": (
        "社区卫生服务站 卫生服务站 卫生服务中心 卫生健康 卫生室 "
        "卫生站 卫生 医疗 诊所 医院 看病 打针 买药 药店 体检 健康 "
        "clinic doctor health hospital pharmacy"
    ),
    "elderly": (
        "养老服务中心 养老服务 养老照料 日间照料 养老 老人 照料 care_of_the_elderly elderly care"
    ),
    "meals": "老年食堂 助餐食堂 助餐点 助餐 食堂 吃饭 饭堂 meals canteen lunch",
    "children": "托育托管 托育 托管 托幼 儿童 孩子 children nursery",
    "culture": (
        "文化体育 文体活动 文体中心 文体 文化 图书室 图书 阅览 "
        "健身 活动室 棋牌 culture_and_sports culture sports library gym"
    ),
    "legal": "法律援助 法律咨询 法律服务 法律 调解 律师 legal_advice legal lawyer",
    "repair": "维修 修理 家电维修 修车 修锁 修鞋 repair repairs",
    "daily": "便民服务 便民生活 便民 生活服务 daily_life daily",
    "jobs": "就业服务 就业 招聘 找工作 jobs job",
    "volunteers": "志愿服务 志愿 新时代文明实践站 volunteers volunteer",
    "safety": "警务安全 警务室 派出所 警务 安全 报警 消防 police safety",
    "other": "其他 其它 other",
}
"""The longest of them count first; a whole service point's name goes before them."""
_BY_WORD = {word.replace("_", " "): kind for kind, words in SAID.items() for word in words.split()}
_PATTERN = re.compile(
    "|".join(
        rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        for word in sorted(_BY_WORD, key=len, reverse=True)
    )
)


def kind_name(words: Words, kind: str) -> Markup:
    """With its picture."""
    return words.t(KIND_NAMES.get(kind, KIND_NAMES["other"]))


def bare_name(words: Words, kind: str) -> str:
    """Without: as a cell of a table has it."""
    return plain(kind_name(words, kind)).partition(" ")[2]


def level_name(words: Words, level: str) -> Markup:
    return words.t(LEVEL_NAMES.get(level, LEVEL_NAMES[""]))


def kind_in(words: str) -> tuple[str, str]:
    """The kind that the words speak of, empty for none, and the word that says so."""
    found = _PATTERN.search(words.casefold())
    return (_BY_WORD[found[0]], found[0]) if found else ("", "")


def bare_level(words: Words, level: str) -> str:
    """As a cell of a table has it; empty for none."""
    return plain(level_name(words, level)) if level else ""


def level_in(said: str) -> str | None:
    """A level by its name, Chinese or English; empty for none, None for an unknown one."""
    text = "".join(said.casefold().split())
    named = {"街道": "street", "社区": "community", "网格": "grid", "站点": "grid"}
    for name in (*LEVELS[1:], *named):
        if text.startswith(name):
            return named.get(name, name)
    return None if text else ""


def place_of(kind: str) -> int:
    """As a button bears it; -1 for all."""
    return KINDS.index(kind) if kind in KINDS else -1


def kind_at(place: int) -> str:
    """The same back; empty for all, and for what a forged button bears."""
    return KINDS[place] if 0 <= place < len(KINDS) else ""


def level_at(place: int) -> str | None:
    return LEVELS[place] if 0 <= place < len(LEVELS) else None
