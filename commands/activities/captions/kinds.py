"""What kind of activity it was: one of the five 联动, and tags below them, by their words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commands.activities.captions.findings import Finding
from storage.tags import CULTURE, DEVELOPMENT, EDUCATION, LIVELIHOOD, SAFETY, Tag

TAG_WORDS = {
    "主题党日": r"主题党日|党日活动|\bparty day\b",
    "党课": "党课|微党课",
    "联席会议": r"联席会|\bjoint meeting\b",
    "观摩": r"观摩|\bstudy visit\b",
    "培训": r"培训|\btraining\b",
    "讲座": r"讲座|\b(?:lecture|talk)s?\b",
    "青少年教育": "青少年.{0,6}教育|思想道德",
    "义诊": r"义诊|免费体检|健康体检|\bfree (?:medical )?(?:clinic|consultation)",
    "助学": r"助学|(?:资助|救助).{0,6}(?:学生|学子)|\bstudy aid\b",
    "老年服务": "老年(?:居民)?.{0,4}服务|助老|敬老(?!院)|养老(?!院|金|保险)|孝老|为老服务"
    "|老年饭桌|老年餐",
    "慰问": r"慰问|看望|送温暖|送清凉|\bcomfort visit",
    "募捐": r"募捐|捐款|捐赠|善款|义卖|献爱心|\b(?:donation|fund-?raising)",
    "便民服务": "便民服务(?!中心|大厅|站|点)|义剪|(?:义务|免费)?理发|义务维修|磨剪|缝补|修鞋",
    "就业帮扶": "就业(?:帮扶|援助|指导|服务)",
    "关爱儿童": "关爱(?:留守)?儿童|留守儿童|托管班|六一",
    "文艺演出": "文艺演出|文艺汇演|晚会|合唱|戏曲|演出",
    "节日活动": "端午|中秋|元宵|重阳|腊八|春节联欢|包粽子|猜灯谜|写春联",
    "文体活动": r"广场舞|健步走|运动会|篮球|乒乓球|羽毛球|趣味比赛|象棋|拔河|太极|\bsports day\b",
    "读书": r"读书会|读书活动|阅读活动|全民阅读|朗读|\breading club\b",
    "传统文化": "传统文化|国学|书法|非遗|剪纸",
    "安全排查": "(?:安全|隐患|消防|治安)[^，,。；;]{0,8}(?:大排查|排查|大检查|检查)",
    "消防演练": r"(?:消防|应急|逃生|疏散|灭火)[^，,。；;]{0,4}演练|\b(?:fire|evacuation) drill",
    "安全宣传": r"安全(?:宣传|知识|教育|讲座|培训)|\bsafety talk",
    "反诈宣传": r"诈骗|反诈|反?电诈|防骗|\banti-?fraud\b",
    "文明交通": "文明交通|交通安全|交通劝导",
    "治安巡逻": r"巡逻(?!的)|巡防|夜巡|夜查|\bpatrol",
    "禁毒": "禁毒|防毒品",
    "环境整治": "大扫除|打扫|清扫|(?:清理|清运|捡拾)[^，,。；;]{0,6}(?:垃圾|小广告|杂物)"
    r"|环境(?:卫生)?整治|卫生清洁|清洁家园|\bclean-?\s?ups?\b",
    "垃圾分类": r"垃圾分类|\bwaste sorting\b",
    "招聘会": r"招聘会|招聘活动|\bjob fair\b",
    "企业服务": r"企业服务|助企|惠企|走访企业|服务企业|政策上门",
    "项目共建": "项目共建|签约|共建项目",
}
"""How the words of the tags that there are from the beginning are written."""
FORMS = frozenset({"讲座", "培训"})
"""What may be about anything: these say nothing of the kind."""
KIND_WORDS = {
    EDUCATION: "党群教育|党史|入党|党员教育|政治学习|理论学习",
    LIVELIHOOD: "民生|捐(?!血|献血)|量血压|测血压|测血糖|问诊|孤寡|残疾人"
    r"|困难(?:群众|家庭|户|学子|学生)|\bblood pressure\b",
    CULTURE: "区域文化|文化节|文化活动",
    SAFETY: "安全稳定|消防|隐患|安全生产|矛盾调解|治安",
    DEVELOPMENT: "区域发展|招商|营商环境|创文|创卫",
}
UNCLEAR_WORDS = {
    EDUCATION: "普法|法治|法律|法制|道德|英雄|党建|学习",
    LIVELIHOOD: r"健康|居民服务|老人|老党员|seniors",
    SAFETY: "普法|法治|法律|法制|安全|防汛",
    CULTURE: "电影|文化|比赛|舞蹈",
    DEVELOPMENT: "绿化|植树|创建|环境卫生",
}
"""What may belong to several: enough to ask, and not to be sure."""


@dataclass(frozen=True)
class Kind:
    """The 联动 as `storage.activities` names it, and the tags whose words are there."""

    linkage: Finding[str]
    tags: tuple[Tag, ...] = ()


def read_kind(text: str, tags: Sequence[Tag]) -> Kind:
    """Sure when all that is said belongs to one of the five; names and places are left out."""
    found = tuple(tag for tag in tags if _words(tag).search(text))
    tagged = {tag.linkage for tag in found if tag.name not in FORMS}
    said = tagged | _said(KIND_WORDS, text)
    unclear = _said(UNCLEAR_WORDS, text)
    if len(said) == 1 and (tagged or unclear <= said):
        return Kind(Finding(said.pop()), found)
    perhaps = {tag.linkage for tag in found} | unclear
    candidates = said if len(said) > 1 else said | perhaps
    return Kind(Finding(candidates=tuple(one for one in KIND_WORDS if one in candidates)), found)


def _said(kinds: Mapping[str, str], text: str) -> set[str]:
    return {kind for kind, words in kinds.items() if re.search(words, text, re.IGNORECASE)}


def _words(tag: Tag) -> re.Pattern[str]:
    words = TAG_WORDS.get(tag.name, re.escape(tag.name))
    return re.compile(words, re.IGNORECASE)
