"""What people ask about organisations in their own words."""

from commands.kit.questions import CATEGORY, ORGANISATION, Asked, Question, clue, wanted
from locales import message


def _name(asked: Asked) -> str:
    return asked.organisation.name if asked.organisation else ""


def _category(asked: Asked) -> str:
    return asked.category


QUESTIONS = (
    Question(
        "organisations.one",
        message("the organisation and its liaison"),
        "org",
        (
            clue(
                0.4,
                "电话 号码 联系方式 联系 地址 在哪里 在哪儿 在哪 位置 怎么走 哪里 负责人"
                " 联系人 副联络员 联络员 找谁 谁"
                " 介绍 资料 信息 简介 开门 上班时间 营业 phone telephone number address"
                " where contact liaison"
                " who about reach",
            ),
        ),
        {ORGANISATION: 0.8},
        wanted(ORGANISATION),
        _name,
    ),
    Question(
        "organisations.list",
        message("the organisations"),
        "orgs",
        (
            clue(
                0.4,
                "成员单位 单位 成员 社区 学校 企业 组织 驻区单位 organisation organisations"
                " organization"
                " organizations member members communities enterprises",
            ),
            clue(
                0.45,
                "有哪些 哪些 有多少 多少 几家 几个 列表 名单 全部 所有 which how_many list all",
            ),
            clue(0.75, "通讯录 名册 名单 directory"),
            clue(0.75, "新增单位 添加单位 增加单位 删除单位 修改单位 add_an_organisation"),
        ),
        {CATEGORY: 0.2},
        args=_category,
    ),
)
