"""Writes docs/commands.md from the features: both languages, by the catalogues."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from commands import FEATURES
from commands.kit import Command, Feature, Role
from locales import Catalogues, Words, plain

PAGE = Path(__file__).with_name("commands.md")
WHO = {
    Role.MEMBER: "所有人 / everybody",
    Role.LIAISON: "联络员 / liaisons",
    Role.STAFF: "工作人员 / staff",
}
HEAD = """\
# 命令 / Commands

本页由 `make docs` 根据代码生成，请不要手改。机器人里发 `/help` 看到的也是这些。

Written by `make docs` from the code, so do not edit it. `/help` shows the same in the chat.

- 中文名和英文名等效，大小写不限；`／`、`！`、`：`、`，` 和空格怎么打都行，`#活动` 也算。
  Both names do the same, in any case; full-width signs and spaces are read as people type them.
- 群里中文命令要能被看到，机器人须是管理员，或者关闭隐私模式。
  In a group the bot sees Chinese commands only as an administrator, or with privacy mode off.
"""
TABLE = """
| 命令 / Command | 谁可以 / Who | 做什么 / What it does | 例子 / Example |
| --- | --- | --- | --- |"""


def page(features: Iterable[Feature]) -> str:
    """The whole page, as Markdown."""
    catalogues = Catalogues()
    languages = (catalogues.words("zh_CN"), catalogues.words("en"))
    return "\n".join([HEAD, *(_section(feature, languages) for feature in features)])


def _section(feature: Feature, languages: tuple[Words, Words]) -> str:
    title = " / ".join(_each(languages, feature.title))
    rows = [_row(command, languages) for command in feature.commands if command.listed]
    return "\n".join([f"## {title}", *([TABLE, *rows] if rows else []), ""])


def _row(command: Command, languages: tuple[Words, Words]) -> str:
    cells = (
        " ".join(_names(command)),
        "<br>".join(_who(command)),
        "<br>".join(_each(languages, command.help)),
        "<br>".join(_examples(command, languages)),
    )
    return f"| {' | '.join(cells)} |"


def _names(command: Command) -> Iterator[str]:
    yield f"`/{command.name}`"
    for name in command.chinese:
        yield f"`/{name}`"
    if command.bare:
        yield f"`{command.chinese[0]} …`"


def _who(command: Command) -> Iterator[str]:
    yield WHO[command.who]
    if command.by_number and command.who > Role.MEMBER:
        yield "带编号：所有人 / with a number: everybody"


def _examples(command: Command, languages: tuple[Words, Words]) -> Iterator[str]:
    """What to type in Chinese, by the Chinese name, then in English."""
    if command.example:
        names = ((*command.chinese, command.name)[0], command.name)
        for name, example in zip(names, _each(languages, command.example), strict=True):
            yield f"`/{name} {example}`"


def _each(languages: tuple[Words, Words], sentence: str) -> tuple[str, ...]:
    """A sentence in both languages, safe in a table's cell."""
    return tuple(plain(words.t(sentence)).replace("|", "\\|") for words in languages)


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(FEATURES), encoding="utf-8")


if __name__ == "__main__":
    main()
