"""What a line says of a wish, and what in it may be somebody's private matter. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from commands.kit import clip
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from commands.kit.numbers import NUMERALS, value_of
from locales.text import clean
from storage.wishes import AMOUNT, DETAILS, DONE, DUE, STEPS, WHAT, WHOM

LIMITS = {WHAT: 60, WHOM: 40, DETAILS: 300}
"""Characters."""
MOST = 9999
FAR = timedelta(366)
"""What is farther ahead is a slip."""
BREAKS = " \t\r\n,，。;；:：、.!！"
UNITS = "小时|公斤|件|个|只|台|辆|本|箱|包|袋|双|条|套|张|床|把|桶|瓶|斤|次|份|副|支|盒"
A_NUMBER = rf"[0-9]{{1,4}}|[{NUMERALS}]{{1,5}}"
COUNTED = re.compile(rf"(?<![0-9{NUMERALS}])({A_NUMBER})\s*({UNITS})(?![月日号])")
PLAIN = re.compile(r"(?<![\w.:/-])(\d{1,4})(?![\w.:/月日号-])")
WHOM_SAID = re.compile(
    r"(?:^|[\s,，;；])(?:送?给\s*[:：]?\s*([^\s,，;；]+)|for\s+([^,，;；]+))", re.IGNORECASE
)
_DAY = (
    r"(?:\d{4}\s*[年-])?\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[./-]\d{1,2})|下个?月底|月底|年底"
    r"|(?:下|本|这)?(?:周|星期|礼拜)[一二三四五六日天]|(?:今|明|后)天|春节前"
)
DAY = re.compile(
    rf"(?:在|于)?({_DAY})(?:之?前|以前|截止|前后)?"
    r"|\bby ([a-z]+ \d{1,2}|\d{1,2} [a-z]+|[a-z]+)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"[?？]\s*$")
"""Words that end so are a question to us, whoever is about to write something."""
NUMBERED = re.compile(
    r"(?<![0-9])(?:"
    r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}"
    r"|\d{17}[0-9Xx]|\d{15}"
    r"|0\d{2,3}[- ]?\d{7,8}|\d{7,8}"
    r")(?![0-9])"
)
"""Mobile and land lines, and numbers of identity cards (GB 11643: 18 characters, once 15)."""
IDENTITY = re.compile(r"(?<![0-9])(?:\d{17}[0-9Xx]|\d{15})(?![0-9])")
HOUSE = re.compile(
    rf"(?:\d+|[{NUMERALS}]+|[A-Za-z])\s*(?:号楼|号院|栋|幢|单元|门栋|楼[\s-]*\d|层|室|门牌|号(?!召))"
    r"|\d+-\d+-\d+"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
TITLES = (
    "大爷|大妈|大叔|大娘|奶奶|爷爷|阿姨|叔叔|婆婆|先生|女士|小姐|同学|小朋友|师傅|老师|老人|某某|某"
)
TITLED = re.compile(rf"(?<![一-龥])(?:老|小)?[{SURNAMES}][一-龥]{{0,2}}?(?:{TITLES})")
SHORT = re.compile(rf"(?<![一-龥])(?:老|小)[{SURNAMES}](?![一-龥])")
INSIDE = re.compile(rf"[{SURNAMES}](?:{TITLES})")
CALLED = re.compile(r"(?:姓名|名叫|叫做|名字[是叫]?)\s*[:：]?\s*[一-龥A-Za-z]{1,8}")
IN_ENGLISH = re.compile(
    r"\b(?i:mr|mrs|ms|miss|dr|auntie|aunt|uncle|grandma|grandpa|named|called)\.? [A-Z][a-z]+"
    r"|\b(?i:room|flat|apartment|apt|building|block|unit|no)\b\.? ?\d+"
)
ALONE = re.compile(rf"[{SURNAMES}][一-龥]{{1,2}}")
COMMON = frozenset(
    {
        *(
            "高龄",
            "金婚",
            "白内障",
            "石头",
            "万元",
            "余人",
            "金银花",
            "方便面",
            "方桌",
            "白糖",
            "江边",
        ),
        *("马桶", "牛奶", "毛衣", "毛毯", "毛巾", "田园", "程序", "高血压", "任何人", "任何"),
        *("白米", "白菜", "严寒", "龙虾", "金鱼", "苏打水", "何时", "叶子", "万能充", "石凳"),
        *(
            "周末",
            "周边",
            "江边",
            "高压锅",
            "高低床",
            "方凳",
            "于家",
            "夏装",
            "夏凉被",
            "向日葵",
            "武术",
        ),
    }
)
"""Words of everyday that begin like a family name."""


@dataclass(frozen=True)
class Told:
    """What a line says; what it leaves open is empty."""

    what: str = ""
    whom: str = ""
    amount: int | None = None
    unit: str = ""
    due_on: date | None = None

    @property
    def values(self) -> dict[str, object]:
        """As columns, with the step that is asked next."""
        step = WHAT if not self.what else WHOM if not self.whom else DETAILS
        kept = {"what": self.what, "whom": self.whom, "unit": self.unit, "due_on": self.due_on}
        return kept | {"amount": self.amount or 1, "step": step}


def read(line: str, now: datetime, zone: tzinfo) -> Told:
    """`冬衣 20件 给困难家庭 12月15日前`."""
    text = tidy(line)
    due, text = _due_in(text, now, zone)
    whom = ""
    if found := WHOM_SAID.search(text):
        whom = (found[1] or found[2]).strip(BREAKS)
        text = f"{text[: found.start()]} {text[found.end() :]}"
    amount, unit, text = _amount_in(text)
    what = tidy(text.strip(BREAKS))
    return Told(clip(what, LIMITS[WHAT]), clip(whom, LIMITS[WHOM]), amount, unit, due)


def read_amount(said: str) -> tuple[int, str] | None:
    """`20件`, `20`, `二十件`; None for no number, or one that is too large."""
    text = unicodedata.normalize("NFKC", said).strip()
    found = re.fullmatch(rf"({A_NUMBER})\s*({UNITS}|[一-龥]{{1,2}})?", text)
    value = value_of(found[1]) if found else None
    if found is None or value is None or not 1 <= value <= MOST:
        return None
    return value, found[2] or ""


def read_due(said: str, now: datetime, zone: tzinfo) -> date | None:
    """Until which day; None when the words name none that is ahead."""
    try:
        moments = read_moments(said, now, zone)
    except NoMomentError:
        return None
    today = now.astimezone(zone).date()
    day = moments[0].astimezone(zone).date() if moments else None
    return day if day is not None and today <= day <= today + FAR else None


def tidy(said: str) -> str:
    """In one line, without what nobody sees."""
    return " ".join(clean(said).split())


def step_after(step: str, *, is_counted: bool = False) -> str:
    """What is asked next; how many is not asked of who has said so."""
    if step not in STEPS:
        return DONE
    after = (*STEPS, DONE)[STEPS.index(step) + 1]
    return DUE if after == AMOUNT and is_counted else after


def is_question(said: str) -> bool:
    return ASKS.search(said) is not None


def is_refused(said: str) -> bool:
    """True for telephone and identity card numbers: in a group nobody's stands."""
    return NUMBERED.search(unicodedata.normalize("NFKC", said)) is not None


def has_identity(said: str) -> bool:
    """True for the number of an identity card, which nobody needs to know."""
    return IDENTITY.search(unicodedata.normalize("NFKC", said)) is not None


def read_what(said: str) -> dict[str, object]:
    """`冬衣20件` says how many as well."""
    amount, unit, rest = _amount_in(said)
    what = tidy(rest.strip(BREAKS))
    if amount is None or not what:
        return {"what": said}
    return {"what": what, "amount": amount, "unit": unit}


def day_of(ordinal: int) -> date | None:
    """A button's day; anybody may forge it."""
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None


def doubtful(*said: str) -> tuple[str, ...]:
    """What looks like a house or somebody's name; people decide, for words may only look so."""
    found: list[str] = []
    for text in (unicodedata.normalize("NFKC", one) for one in said):
        for pattern in (HOUSE, TITLED, INSIDE, SHORT, CALLED, IN_ENGLISH):
            found += [match[0].strip() for match in pattern.finditer(text)]
        words = re.split(rf"[\s{re.escape(BREAKS)}]+", text)
        found += [word for word in words if ALONE.fullmatch(word)]
    names = [one for one in dict.fromkeys(found) if not any(word in one for word in COMMON)]
    return tuple(one for one in names if not any(one in other != one for other in names))


def amounts(left: int) -> tuple[int, ...]:
    """How many one may take on by a button: some of them, and all that is left."""
    return tuple(sorted({one for one in (1, 2, 3, 5, 10, 20) if one < left} | {left}))


def _due_in(text: str, now: datetime, zone: tzinfo) -> tuple[date | None, str]:
    for found in DAY.finditer(text):
        day = read_due(next(filter(None, found.groups())), now, zone)
        if day is not None:
            return day, f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def _amount_in(text: str) -> tuple[int | None, str, str]:
    for pattern in (COUNTED, PLAIN):
        found = pattern.search(text)
        value = value_of(found[1]) if found else None
        if found is not None and value is not None and 1 <= value <= MOST:
            unit = found[2] if pattern is COUNTED else ""
            rest = f"{text[: found.start()].rstrip(BREAKS)} {text[found.end() :].lstrip(BREAKS)}"
            return value, unit, rest
    return None, "", text


def only(whole: Sequence[int], at: int) -> int:
    """A number of a button, 0 where there is none."""
    return whole[at] if len(whole) > at else 0
