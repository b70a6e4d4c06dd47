"""All words that people read, as gettext catalogues that are read straight from `.po` files."""

from locales.catalogues import LANGUAGES, Catalogues
from locales.marking import message
from locales.text import plain
from locales.words import Words

__all__ = ["LANGUAGES", "Catalogues", "Words", "message", "plain"]
