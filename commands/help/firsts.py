"""The first steps of a role: what can be done now, a button that begins it, and where help is."""

from markupsafe import Markup

from commands.help.tasks import menu_button
from commands.kit import Button, Post, Role, button, number_for, pack
from commands.kit.running import RUN
from locales import Words, message

BEGIN = {
    Role.STAFF: {
        "liaison": message("🔗 Appoint liaisons"),
        "notice": message("📢 Write a notice"),
    },
    Role.LIAISON: {
        "pending": message("📥 What waits for my answer"),
        "report": message("📷 How to report an activity"),
    },
    Role.MEMBER: {
        "upcoming": message("📅 What is coming up"),
        "notices": message("📢 The latest notices"),
        "join": message("🙋 I speak for an organisation"),
    },
}
"""The commands that the buttons run."""
WHAT = {
    Role.STAFF: message(
        "🌱 <b>Two things to begin with</b>\n"
        "• Appoint the liaisons: I make a link for each organisation; who opens it is its liaison"
        " once you say yes\n"
        "• Write a notice: I show you what it will look like, and nothing is sent before you"
        " confirm"
    ),
    Role.LIAISON: message(
        "🌱 <b>Two things to begin with</b>\n"
        "• See whether a notice waits for your answer: one press, and it counts for your"
        " organisation\n"
        "• After an activity send its photos with words that begin with <code>#report</code>, and"
        " it is on record"
    ),
    Role.MEMBER: message(
        "🌱 <b>You can begin here</b>\n"
        "• See which activities are coming up, and the latest notices\n"
        "• Do you speak for an organisation? Tell the street office by the button"
    ),
}


def steps(words: Words, role: Role) -> Post:
    """The second message to somebody new, or the news of a new role."""
    help_is = words.t(
        "Nothing has to be learned: /menu has everything as buttons, /help says how things are"
        " done, and a question in your own words will do as well."
    )
    text = Markup("\n\n").join([words.t(WHAT[role]), help_is])
    rows = tuple((_begins(words, name, label),) for name, label in BEGIN[role].items())
    return Post(text, (*rows, (menu_button(words),)))


def _begins(words: Words, command: str, label: str) -> Button:
    return button(words.t(label), pack(RUN, number_for(command)))
