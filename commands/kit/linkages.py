"""The five 联动 and the tags below them by the names that people know."""

from markupsafe import Markup

from commands.kit.clipping import clip
from locales import Words, message
from storage.tags import CULTURE, DEVELOPMENT, EDUCATION, LIVELIHOOD, SAFETY, Tag

LONGEST = 16

LINKAGE_NAMES = {
    EDUCATION: message("Party and community education"),
    LIVELIHOOD: message("Livelihood"),
    CULTURE: message("Local culture"),
    SAFETY: message("Safety and stability"),
    DEVELOPMENT: message("Local development"),
}
"""By a name of `storage.tags`; in the order in which the alliance names them."""
TAG_NAMES = {
    "主题党日": message("Party day"),
    "党课": message("Party lecture"),
    "联席会议": message("Joint meeting"),
    "观摩": message("Study visit"),
    "培训": message("Training"),
    "讲座": message("Talk"),
    "青少年教育": message("Youth education"),
    "义诊": message("Free clinic"),
    "助学": message("Study aid"),
    "老年服务": message("Services for the old"),
    "慰问": message("Comfort visit"),
    "募捐": message("Fund-raising"),
    "便民服务": message("Services nearby"),
    "就业帮扶": message("Help to find work"),
    "关爱儿童": message("Care for children"),
    "文艺演出": message("Performance"),
    "节日活动": message("Festival"),
    "文体活动": message("Sports and games"),
    "读书": message("Reading"),
    "传统文化": message("Traditional culture"),
    "安全排查": message("Safety check"),
    "消防演练": message("Fire drill"),
    "安全宣传": message("Safety education"),
    "反诈宣传": message("Anti-fraud"),
    "文明交通": message("Traffic manners"),
    "治安巡逻": message("Patrol"),
    "禁毒": message("Anti-drug"),
    "环境整治": message("Clean-up"),
    "垃圾分类": message("Waste sorting"),
    "招聘会": message("Job fair"),
    "企业服务": message("Help for companies"),
    "项目共建": message("Joint project"),
}
"""The tags that there are from the beginning; those that staff add have one name."""


def tag_name(words: Words, tag: Tag) -> Markup:
    """What readers of this language call a tag."""
    known = TAG_NAMES.get(tag.name)
    return words.t(known) if known else words.list([clip(tag.name, LONGEST)])
