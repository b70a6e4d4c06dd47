"""A language's words: sentences with values in them, dates, times and numbers."""

from datetime import UTC, date, datetime, tzinfo
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from markupsafe import Markup

from locales.text import clean

Value = str | int | Markup

DAYS = {"zh_CN": "M月d日 EEE", "en": "EEE d MMM"}
DAYS_WITH_YEAR = {"zh_CN": "y年M月d日 EEE", "en": "EEE d MMM y"}
WEEKDAYS = {"zh_CN": "EEE", "en": "EEEE"}
MOMENTS = {"zh_CN": "M月d日 EEE HH:mm", "en": "EEE d MMM HH:mm"}


class Words:
    """Gives sentences as Telegram HTML: values are escaped, the sentence's own markup is kept."""

    def __init__(
        self,
        language: str,
        translations: NullTranslations,
        family: "dict[str, Words] | None" = None,
        zone: tzinfo = UTC,
    ) -> None:
        self.language = language
        self.zone = zone
        """The alliance's: what is rendered without a talk shows its moments in it."""
        self._translations = translations
        self._family = {} if family is None else family
        self._locale = Locale.parse(language)

    @property
    def name(self) -> str:
        """What the language calls itself: 中文, English."""
        return self._locale.language_name or self.language

    def to(self, language: str) -> "Words":
        """The words of another language of ours, for somebody who just chose it."""
        return self._family.get(language, self)

    def t(self, msgid: str, /, **values: Value) -> Markup:
        """The sentence in this language; `{name}` stands for `values["name"]`."""
        return self._fill(self._translations.gettext(msgid), values)

    def n(self, one: str, many: str, count: int, /, **values: Value) -> Markup:
        """The sentence for `count` things; `{count}` is the number as people write it."""
        sentence = self._translations.ngettext(one, many, count)
        return self._fill(sentence, {"count": self.number(count), **values})

    def day(self, day: date, today: date | None = None) -> str:
        """A day with its weekday; the year only when it is not today's."""
        near = today is not None and day.year == today.year
        pattern = (DAYS if near else DAYS_WITH_YEAR)[self.language]
        return format_date(day, pattern, locale=self._locale)

    def weekday(self, day: date) -> str:
        """The day's name in its week, as it stands behind "every"."""
        return format_date(day, WEEKDAYS[self.language], locale=self._locale)

    def moment(self, moment: datetime, zone: tzinfo) -> str:
        """A moment as date, weekday and time in the alliance's zone."""
        return format_datetime(moment.astimezone(zone), MOMENTS[self.language], locale=self._locale)

    def clock(self, moment: datetime) -> str:
        """The time of day in the alliance's zone: 09:05."""
        return f"{moment.astimezone(self.zone):%H:%M}"

    def from_now(self, moment: datetime, otherwise: Markup) -> Markup:
        """How long until it, in the reader's app's own words, which go on being true.

        Apps that do not know such moments show what is given for them.
        """
        left = '<tg-time unix="{unix}" format="r">{otherwise}</tg-time>'
        return Markup(left).format(unix=int(moment.timestamp()), otherwise=otherwise)  # noqa: S704 - ours

    def number(self, number: int) -> str:
        return format_decimal(number, locale=self._locale)

    def list(self, items: "list[str] | list[Markup]") -> Markup:
        """Things in a row, as this language separates them."""
        return Markup("、" if self.language == "zh_CN" else ", ").join(  # noqa: S704 - ours
            clean(item) if not isinstance(item, Markup) else item for item in items
        )

    @staticmethod
    def _fill(sentence: str, values: dict[str, Value]) -> Markup:
        safe = {
            name: clean(value)
            if isinstance(value, str) and not isinstance(value, Markup)
            else value
            for name, value in values.items()
        }
        return Markup(sentence).format(**safe)  # noqa: S704 - a catalogue's own markup
