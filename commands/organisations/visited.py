"""How an organisation was visited, on its card for staff."""

from datetime import date

from markupsafe import Markup

from commands.kit import Row, button, pack
from locales import Words
from storage.visit_lists import Standing


def line(words: Words, visited: Standing, today: date) -> Markup:
    """The last visit, and what is still to be kept."""
    if visited.last_on is None:
        return words.t("🚶 Not visited yet")
    day = words.day(visited.last_on, today)
    if visited.overdue:
        return words.t(
            "🚶 Last visit {day}, ⚠️ {late} of {open} open promises late",
            day=day,
            late=visited.overdue,
            open=visited.open,
        )
    if visited.open:
        return words.n(
            "🚶 Last visit {day}, {count} promise open",
            "🚶 Last visit {day}, {count} promises open",
            visited.open,
            day=day,
        )
    return words.t("🚶 Last visit {day}", day=day)


def row(words: Words, visited: Standing) -> Row:
    """To its visits, and to a new one."""
    note = button(words.t("🚶 Note a visit"), pack("visits.begin", visited.organisation_id))
    if visited.last_on is None:
        return (note,)
    label = words.n("Visits: {count}", "Visits: {count}", visited.visits)
    return (button(label, pack("visits.open", visited.organisation_id)), note)
