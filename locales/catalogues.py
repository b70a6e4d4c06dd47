"""Loads the catalogues: a folder for each language, in it a `.po` file for each feature."""

from datetime import UTC, tzinfo
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from locales.words import Words

FOLDER = Path(__file__).parent
LANGUAGES = ("zh_CN", "en")
"""Chinese first: who has no language of ours reads the alliance's default."""


class Catalogues:
    """Every language's words, read from the `.po` files once, at start."""

    def __init__(
        self, default: str = LANGUAGES[0], folder: Path = FOLDER, zone: tzinfo = UTC
    ) -> None:
        self.default = default
        self._words: dict[str, Words] = {}
        for language in LANGUAGES:
            self._words[language] = Words(language, _read(folder, language), self._words, zone)

    def words(self, language: str | None) -> Words:
        """The words of a language of ours; None gives the alliance's default."""
        return self._words.get(language or self.default, self._words[self.default])

    def of_code(self, code: str | None) -> str:
        """Our language for Telegram's `language_code` (an IETF tag), else the default."""
        tongue = (code or "").lower().split("-")[0]
        return {"zh": "zh_CN", "en": "en"}.get(tongue, self.default)


@cache
def _read(folder: Path, language: str) -> NullTranslations:
    """All features' words in one table: a chain of tables was gone through for every sentence.

    Of a sentence that two features have, the later one's counts.
    """
    whole = Catalog(locale=language)
    for path in sorted((folder / language).glob("*.po"), reverse=True):
        with path.open("rb") as file:
            for sentence in read_po(file, locale=language):
                if sentence.id and sentence.string and sentence.id not in whole:
                    whole[sentence.id] = sentence
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)
