"""What people ask about themselves and their roles in their own words."""

from commands.kit.questions import Question, clue
from locales import message

HOW = "怎么 怎样 如何 我要 我想 想要 想 how want"

QUESTIONS = (
    Question(
        "people.who_am_i",
        message("who you are here"),
        "whoami",
        (
            clue(
                0.85,
                "我是谁 我的身份 什么身份 我是什么 我代表 我负责哪 我是哪 who_am_i my_role"
                " my_organisation",
            ),
            clue(0.15, "单位 联络员 哪家 谁 what which"),
        ),
    ),
    Question(
        "people.language",
        message("the language"),
        "language",
        (
            clue(0.5, "语言 中文 英文 英语 汉语"),
            clue(0.75, "language english chinese"),
            clue(0.4, "更换 换 切换 改 变 说 设置 用 change switch speak another set"),
        ),
    ),
    Question(
        "people.staff",
        message("who is staff"),
        "staff",
        (
            clue(0.5, "工作人员 街道办的人 管理员 staff"),
            clue(
                0.4, "谁 有哪些 哪些 哪几位 几个 几位 名单 设置 设 添加 增加 who list add appoint"
            ),
        ),
    ),
    Question(
        "people.liaison",
        message("how a liaison is appointed"),
        "liaison",
        (
            clue(0.25, HOW),
            clue(
                0.35,
                "设置 设 添加 增加 邀请 更换 换 任命 指定 add appoint invite change replace set",
            ),
            clue(0.45, "副联络员 联络员 liaison liaisons"),
            clue(0.75, "邀请链接 生成链接 发链接 加人 拉人 二维码 qr_code"),
        ),
    ),
    Question(
        "people.handover",
        message("how the role is handed over"),
        "handover",
        (
            clue(0.8, "交接 换人 不干了 离职 调走 调离 不当联络员 换别人 hand_over handover"),
            clue(0.1, "怎么 我 我要 工作 联络员 how my role"),
        ),
    ),
    Question(
        "people.join",
        message("how one joins an organisation"),
        "join",
        (
            clue(0.25, HOW),
            clue(0.75, "加入 当联络员 做联络员 成为联络员 登记身份 join become"),
            clue(0.1, "联盟 单位 联络员 organisation liaison alliance"),
        ),
    ),
)
