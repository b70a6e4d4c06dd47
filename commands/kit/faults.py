"""What is wrong with a value or a cell of a file, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from locales import Words


@dataclass(frozen=True)
class Problem:
    """Why a value cannot stand there, and what to do."""

    sentence: str
    """Marked with `message`."""
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell; `column` is empty when it is the whole line."""

    line: int
    column: str
    sentence: str
    """Marked with `message`."""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def say(self, words: Words) -> Markup:
        """Where it is and what to do, in the reader's language."""
        what = words.t(self.sentence, **self.values)
        if not self.line:
            return what
        if not self.column:
            return words.t("Line {line}: {what}", line=self.line, what=what)
        return words.t(
            "Line {line}, column {column}: {what}", line=self.line, column=self.column, what=what
        )
