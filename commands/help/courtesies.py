"""What people say to anybody they talk to: a greeting, thanks, a nod. Pure."""

import re
import unicodedata
from enum import Enum

GREETINGS = (
    "你好 您好 你们好 大家好 在吗 在不在 有人吗 嗨 哈喽 早 早上好 上午好 中午好 下午好 晚上好"
    " 你是谁 您是谁 你叫什么 你是机器人 你是机器人吗 hi hello hey hithere goodmorning"
    " goodafternoon goodevening whoareyou"
)
THANKS = (
    "谢谢 谢谢您 谢谢你 谢谢啦 多谢 感谢 非常感谢 太感谢了 辛苦了 辛苦 麻烦了 麻烦您了 thanks"
    " thankyou thankyousomuch thx manythanks"
)
FAREWELLS = "再见 拜拜 回头见 晚安 bye byebye goodbye goodnight seeyou"
NODS = (
    "好 好的 好吧 好滴 好嘞 行 可以 嗯 嗯嗯 哦 哦哦 是 是的 对 对的 没事 没事了 不用了 哈哈 哈哈哈"
    " 呵呵 取消 算了 不用 没什么 收到 收到了 知道了 明白 明白了 ok okay yes no"
    " nothanks great good cancel nevermind"
)
US = re.compile("(?:小助手|助手|机器人|共建|主任|同志|gongjian|bot)")
ENDINGS = re.compile("[呀啊哦噢喔哈呢嘛吧啦哟~]+$")
BESIDE = re.compile(r"[\W_]+")
MARKS = frozenset("?？¿")


class Courtesy(Enum):
    """What was meant by it."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    NOD = "nod"


_BY_WORDS = {
    word: meant
    for meant, words in (
        (Courtesy.GREETING, GREETINGS),
        (Courtesy.THANKS, THANKS),
        (Courtesy.FAREWELL, FAREWELLS),
        (Courtesy.NOD, NODS),
    )
    for word in words.split()
}


def courtesy(text: str) -> Courtesy | None:
    """What a message is when it is no more than that; None for everything else."""
    bare = BESIDE.sub("", unicodedata.normalize("NFKC", text).casefold())
    if not bare:
        is_picture = bool(text.strip()) and not MARKS & set(text) and not text.isascii()
        return Courtesy.NOD if is_picture else None
    spoken_to = US.sub("", bare)
    return next(
        (
            _BY_WORDS[one]
            for one in (bare, ENDINGS.sub("", bare), spoken_to, ENDINGS.sub("", spoken_to))
            if one in _BY_WORDS
        ),
        None,
    )
