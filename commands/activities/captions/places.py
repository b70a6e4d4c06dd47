"""Where it was: 地点：…, 在社区活动室, 到泰山村观摩, at the community hall."""

import re
from collections.abc import Iterator

from commands.activities.captions.findings import Finding
from commands.activities.captions.quantities import BREAKS
from commands.activities.captions.records import PLACE_CHARACTERS, fault_of
from commands.kit.numbers import WIDE

FACILITY = (
    "活动室|会议室|活动中心|服务中心|服务大厅|卫生服务站|服务站|中心|广场|公园|游园|小区|家属院|大院"
    "|院内|小学|中学|幼儿园|大学|学校|校园|礼堂|大厅|文化站|图书馆|图书室|阅览室|书屋|博物馆|纪念馆"
    "|展览馆|党建馆|体育馆|馆|敬老院|养老院|福利院|医院|法院|院|超市|商场|市场|路口|街口|胡同|门口"
    "|门前|楼前|楼下|食堂|操场|球场|剧院|剧场|影院|车站|地铁站|站|工地|车间|厂区|库区|营区|基地|园区"
    "|陵园|派出所|长廊|舞台|教室|室|厅|村|街|路|社区|公司"
)
GENERAL = re.compile(
    "(?:本|我|各|全|该|辖区|[0-9一二三四五六七八九十两几]+个)?(?:.{0,4}家门口|社区|学校|校园|小区|公司|医院|法院|公园|企业|街道|村|街|路|门口|中心)"
)
"""Places of no name: 走进社区 may be anywhere."""
DOING = (
    "开展|举办|举行|召开|进行|组织|搞|办|放|整理|为|给|向|教|对|把|与|和|参加|参观|观看|观摩|学习|慰问|走访"
    "|看望|宣传|清理|打扫|巡逻|排查|检查|发放|接待|咨询|包|义诊|讲|演|慰|播放|设立|摆|值|慰劳|成立|启动"
    "|联合|共同|一起|服务|培训|调研|送|做|过|唱|跳|集中|集合|现场|里|内|进|上(?!午)|陪|来|去|拍|帮"
)
_COUNTED = "入住|[0-9一二两三四五六七八九十]+[名位人户家个]"
_NEVER = rf"{DOING}|{_COUNTED}|[的了在到赴由从]|领导|指导|支持|带领|号召|帮助|谢谢|感谢"
_CHARACTER = rf"(?!{_NEVER})[\u4e00-\u9fff0-9A-Za-z（）()·]"
_NAME = rf"(?:{_CHARACTER}){{0,18}}(?:{FACILITY})"
_NAMES = rf"{_NAME}(?:[、和与及]{_NAME}){{0,5}}"
_AFTER = rf"(?=\s*(?:{DOING}|[{BREAKS}、]|$)|\s)"
LABELLED = re.compile(
    rf"(?:活动)?(?:地点|地址|场地|场所)\s*(?:[:：是为]|在)?\s*(?P<place>[^\s{BREAKS}]{{2,{PLACE_CHARACTERS}}})"
    rf"|\b(?:venue|place|location)\s*[:：]\s*(?P<english>[^{BREAKS}]{{2,{PLACE_CHARACTERS}}}?)\s*(?=[{BREAKS}]|$)",
    re.IGNORECASE,
)
INSIDE = re.compile(
    rf"(?<![现正所存潜自志健])(?:在(?!职|校|岗|册|线|场|家|读|编|押)|于)\s*(?P<place>{_NAMES}){_AFTER}"
)
TOWARDS = re.compile(rf"(?:来到|前往|走进|深入|到|赴|去(?!年))\s*(?P<place>{_NAMES}){_AFTER}")
BARE = re.compile(rf"(?:^|[\s{BREAKS}])(?P<place>{_NAME})(?=[\s{BREAKS}]|$)")
ENGLISH = re.compile(
    r"\b(?:at|in)\s+(?:the\s+)?(?P<place>(?:[A-Za-z][\w'’-]*\s+){0,5}?"
    r"(?:(?:hall|cent(?:re|er)|park|school|square|room|court|station|library|community|office|garden"
    r"|street|road|club|hospital|home|plaza|gym|stadium|yard|depot)\b\s*)+)"
    r"(?=\s*(?:[,.;:]|$|\b(?:on|with|for|by|to|yesterday|today|last)\b))",
    re.IGNORECASE,
)


def read_place(text: str) -> Finding[str]:
    """Sure of one place that is named where places are named; kept in the caption's words."""
    text = text.translate(WIDE)
    for patterns, is_sure in (
        ((LABELLED,), True),
        ((INSIDE, TOWARDS, ENGLISH), True),
        ((BARE,), False),
    ):
        places = dict.fromkeys(place for pattern in patterns for place in _found(pattern, text))
        good = [place for place in places if fault_of("place", place) is None]
        if good:
            return (
                Finding(good[0]) if len(good) == 1 and is_sure else Finding(candidates=tuple(good))
            )
    return Finding()


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the places stand in the text."""
    text = text.translate(WIDE)
    patterns = (LABELLED, INSIDE, TOWARDS, ENGLISH)
    return tuple(found.span() for pattern in patterns for found in pattern.finditer(text))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        place = next(one for one in found.groupdict().values() if one).strip()
        if not GENERAL.fullmatch(place):
            yield place
