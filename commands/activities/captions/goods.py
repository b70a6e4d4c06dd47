"""What was given: 米面油20份, 书包30个、文具40套. Kept in the words of the caption."""

import re
from dataclasses import dataclass

from commands.activities.captions.findings import Finding
from commands.activities.captions.quantities import ANY_NUMBER, BREAKS, EACH, ODD, REACH
from commands.activities.captions.records import fault_of
from commands.activities.faults import Fault
from commands.kit.numbers import WIDE

GIFTS = (
    "米面油|米、面、油|米面|粮油|大米|小米|面粉|挂面|方便面|食用油|花生油|菜籽油|色拉油|牛奶|月饼|粽子"
    "|元宵|汤圆|西瓜|水果|苹果|香蕉|蔬菜|鸡蛋|矿泉水|绿豆|白糖|茶叶|糕点|蛋糕|饺子|口罩|书包|文具"
    "|被褥|棉被|被子|毛毯|毛巾|洗衣[液粉]|肥皂|香皂|急救包|药箱|校服|棉衣|羽绒服|轮椅|拐杖|助听器"
    "|大礼包|礼包|爱心包|慰问品|慰问物资|爱心物资|防暑品|防暑用品|纪念品|奖品|体育用品|玩具"
)
"""What is hardly spoken of in numbers but as a gift."""
PAPERS = (
    "宣传册|宣传单|宣传页|宣传画|宣传资料|宣传材料|宣传品|传单|折页|手册|资料|读本|图书|书籍|书|衣物"
    "|衣服|旧衣|药品|福字|春联|对联|小礼品|礼品|环保袋|购物袋|雨伞|物资|物品"
)
"""Gifts only where something is given: 整理图书500册 gives nothing."""
GIVING = (
    "送去|送上|送来|送到|赠送|捐赠|捐献|捐助|捐出|捐|发放|派发|分发|发送|发给|发|送|赠|慰问|奖励|奖"
)
TAKING = re.compile("卸|搬|装运|运送|整理|检查|回收|清理|没收|查扣|查获|销毁|收到|修补|借阅")
PRIZES = re.compile("礼品|奖品|纪念品")
"""These may have been given for an answer, and to no one in need."""
UNITS = "份|袋|桶|箱|件|套|本|册|盒|瓶|床|个|包|公?斤|kg|千克|条|双|张|支|提|只|盆|把|台|辆|副"
MODIFIERS = (
    "法律|普法|法治|宣传|健康|爱心|消防|安全|防暑|降温|垃圾分类|反诈|防诈骗|禁毒|交通|中秋|端午|春节|节日"
    "|急救|生活|学习|体育|儿童|过冬|保暖|优质|东北|各类|中小学生?|环保|文明|党史|党建"
)
"""What may stand before the thing and belongs to it; for whom it is does not."""
_HANDED_OUT = rf"(?<=发放)[\u4e00-\u9fff]{{0,6}}?(?P<paper>{PAPERS})"
_NOUN = rf"(?:{_HANDED_OUT}|(?:{MODIFIERS})*(?P<noun>{GIFTS}|{PAPERS}))"
_ABOUT = "约|近|超"
_UNITS = rf"\s*(?:{UNITS})(?![月周天年])"
ITEM = re.compile(
    rf"{_NOUN}(?P<each>各)?共?\s*(?P<about>{_ABOUT})?\s*(?:{ANY_NUMBER})(?P<odd>{ODD})?{_UNITS}"
    rf"|(?P<about_it>{_ABOUT})?(?:{ANY_NUMBER})(?P<odd_it>{ODD})?{_UNITS}(?P<turned>{GIFTS})",
    re.IGNORECASE,
)
COUNTED_AGAIN = re.compile(rf"\s*(?:[/／每一][户人家份]|[^{BREAKS}、0-9]{{0,4}}[共总合])")
"""月饼一盒一户共50盒 says how many for each, and how many in all."""
SENTENCE_ENDS = re.compile("[。！!？?；;\n]")
OTHER_THINGS = re.compile(
    rf"[\u4e00-\u9fff]\s*(?:{ANY_NUMBER})\s*[余多来几]?(?![元块人名位户家次处点时分天日月年周届期岁号楼层万千百])"
    "[\u4e00-\u9fff]"
)
"""Counted, and neither people, money nor time: perhaps given as well."""


@dataclass(frozen=True)
class Goods:
    """The things in the caption's words, and where they stand in it."""

    materials: Finding[str]
    said: tuple[tuple[int, int], ...] = ()


def read_goods(text: str) -> Goods:
    """Sure of exact numbers of things that were given; what was so much for each is asked about."""
    text = text.translate(WIDE)
    items = [found for found in ITEM.finditer(text) if _is_given(text, found)]
    if not items:
        return Goods(Finding())
    spans = tuple(found.span() for found in items)
    said = "、".join(found[0].strip() for found in items)
    if fault := fault_of("materials", said):
        return Goods(Finding(fault=fault), spans)
    if not _are_all(text, spans):
        return Goods(Finding(fault=Fault.SEVERAL_THINGS), spans)
    is_sure = all(_is_exact(text, found) for found in items)
    return Goods(Finding(said) if is_sure else Finding(candidates=(said,)), spans)


def _are_all(text: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """False when the sentence counts something we do not know: 食品2袋 in 棉被1床、食品2袋."""
    for start, end in spans:
        text = f"{text[:start]}{'，' * (end - start)}{text[end:]}"
    before = SENTENCE_ENDS.split(text[: spans[0][0]])[-1]
    after = SENTENCE_ENDS.split(text[spans[0][0] :])[0]
    return not OTHER_THINGS.search(before + after)


def _is_given(text: str, found: re.Match[str]) -> bool:
    clause = re.split(f"[{BREAKS}]", text[: found.start()])[-1]
    is_gift = bool(re.fullmatch(GIFTS, found["noun"] or found["turned"] or ""))
    return not TAKING.search(clause) and (is_gift or bool(re.search(GIVING, clause)))


def _is_exact(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - REACH) : found.start()]
    is_vague = any(found[part] for part in ("each", "about", "odd", "about_it", "odd_it"))
    is_prize = bool(PRIZES.search(found[0]))
    return not (
        is_prize or is_vague or EACH.search(before) or COUNTED_AGAIN.match(text, found.end())
    )
