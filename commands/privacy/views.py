"""What is kept of somebody, in short and whole; what goes and what stays."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from commands.kit import Asker, Document, Post, Role, button, pack, private_link
from locales import Words, message, plain
from storage.forgetting import Leaving
from storage.handing_out import Rows

DATA, ASK, FORGET = "privacy.data", "privacy.ask", "privacy.forget"
SURE = 1
LINE = Markup("\n")
ROLES = {
    Role.STAFF: message("staff of the street office"),
    Role.LIAISON: message("liaison"),
    Role.MEMBER: message("a member of the group"),
}
TABLES = {
    "people": message("Who you are"),
    "liaisons": message("Organisations that you answer for"),
    "memberships": message("Organisations that you belong to"),
    "phones": message("Your telephone number"),
    "answers": message("Answers to notices"),
    "changes": message("All answers that you ever gave"),
    "reads": message("Notices that you read"),
    "notices": message("Notices that you wrote, sent or closed"),
    "activities": message("Activities that you reported or looked over"),
    "photos": message("Photos that you sent"),
    "likes": message("Likes"),
    "studies": message("Lessons of courses that you opened"),
    "sittings": message("Quizzes that you took"),
    "completions": message("Courses that you finished"),
    "deliveries": message("Messages to you"),
    "trail": message("Entries of the record of changes"),
}
"""Headings for people; the other tables stand under their own names."""


def in_private(words: Words, command: str) -> Post:
    """For a group."""
    text = words.t("What is kept about you is for you alone. Let us talk in private.")
    return Post(text, ((private_link(words.t("🔒 In private"), command),),))


def summary(words: Words, asker: Asker, leaving: Leaving) -> Post:
    """In short, with the way to all of it."""
    person = asker.person
    lines = [
        words.t("🔒 <b>What I keep about you</b>"),
        words.t("• Name: {name}", name=person.name or "—"),
        words.t("• Telegram's number: {id}", id=str(person.id)),
        words.t("• Role: {role}", role=words.t(ROLES[asker.role])),
    ]
    if person.username:
        lines.insert(2, words.t("• User name: @{name}", name=person.username))
    if asker.organisations:
        names = words.list([one.short_name for one in asker.organisations])
        lines.append(words.t("• You answer for: {names}", names=names))
    lines += _counted(words, leaving)
    lines += [
        Markup(),
        words.t(
            "What you said without a name (/say) is not among it: the database does not know that"
            " it was you. While it is open, /voices shows it to you."
        ),
        words.t(
            "The file has every line of it. Only you get it here; who runs the computer can see"
            " the same in the database."
        ),
    ]
    return Post(
        LINE.join(lines),
        (
            (button(words.t("📄 Get the file"), pack(DATA)),),
            (button(words.t("🗑 Have it deleted…"), pack(ASK)),),
        ),
    )


def file(words: Words, found: Rows, day: str) -> Post:
    """Readable text first, then the same as JSON."""
    many = sum(len(rows) for rows in found.values())
    parts = [plain(words.t("What Gongjian keeps about you, {day}", day=day)), ""]
    for name, rows in found.items():
        title = plain(words.t(TABLES[name])) if name in TABLES else name
        parts.append(f"== {title} ({len(rows)}) ==")
        parts += [_row(row) for row in rows]
        parts.append("")
    parts += ["== JSON ==", json.dumps(found, ensure_ascii=False, indent=1)]
    data = "\n".join(parts).encode()
    name = plain(words.t("my-data-{day}", day=day)) + ".txt"
    text = words.n("{count} line about you.", "{count} lines about you.", many)
    return Post(text, document=Document(name, data))


def confirm(words: Words, leaving: Leaving) -> Post:
    """What goes, what stays, and the last question."""
    lines = [
        words.t("🗑 <b>Have your data deleted?</b>"),
        words.t(
            "<b>These go:</b> your name, user name, number, telephone and language; your roles;"
            " what I wrote to you in private; drafts, likes, photos without a report."
        ),
        words.t(
            "<b>These stay, without your name:</b> answers and reports that you gave for an"
            " organisation, and notices; totals stay as they are. If somebody wrote your name into"
            " such a text, please ask the street office to change it."
        ),
    ]
    lines.append(
        words.t(
            "What you said without a name and is still open is seen to all the same, but no answer"
            " can reach you any more."
        )
    )
    counted = _counted(words, leaving)
    if counted:
        lines.append(LINE.join(counted))
    if leaving.bare:
        names = words.list([one.short_name for one in leaving.bare])
        lines.append(
            words.t(
                "⚠️ Nobody else answers for {names}; the street office will be told.", names=names
            )
        )
    lines.append(
        words.t(
            "It cannot be undone. Backups made before keep it until they are replaced: a year at"
            " most, as long as the street office keeps them."
        )
    )
    yes = button(words.t("Yes, delete it"), pack(FORGET, SURE))
    no = button(words.t("No, keep it"), pack(FORGET, 0))
    return Post(Markup("\n\n").join(lines), ((no, yes),))


def kept(words: Words) -> Post:
    return Post(words.t("Everything stays as it is."))


def unknown(words: Words) -> Post:
    return Post(words.t("I keep nothing about you."))


def last_staff(words: Words) -> Post:
    """Somebody has to be able to send notices."""
    return Post(
        words.t(
            "You are the only one of the staff, so I cannot delete you yet: nobody could send"
            " notices any more. Make a colleague staff first: reply to a message of theirs in the"
            " group with <code>/staff</code>. Then ask again."
        )
    )


def forgotten(words: Words) -> Post:
    return Post(
        words.t(
            "✅ Deleted. I do not know you any more; if you write to me again, you are new to me."
            " This chat on your phone you can delete yourself."
        )
    )


def bare(words: Words, name: str) -> Post:
    """For staff; who it was is forgotten."""
    return Post(
        words.t(
            "⚠️ <b>{name}</b> has no liaison any more: the last one had their data deleted. To"
            " find another: <code>/liaison {name}</code>",
            name=name,
        )
    )


def placeholder(words: Words, number: int) -> str:
    """What stands for somebody in lists; the number keeps them apart."""
    return plain(words.t("Former member {number}", number=number))


def _counted(words: Words, leaving: Leaving) -> list[Markup]:
    counts = (
        (leaving.answers, message("• Answers: {count}")),
        (leaving.activities, message("• Activities reported: {count}")),
        (leaving.notices, message("• Notices written: {count}")),
        (leaving.likes, message("• Likes: {count}")),
        (leaving.photos, message("• Photos without a report: {count}")),
        (leaving.drafts, message("• Drafts: {count}")),
    )
    return [words.t(said, count=str(count)) for count, said in counts if count]


def _row(row: Mapping[str, Any]) -> str:
    said = (f"{name}: {value}" for name, value in row.items() if value or value == 0)
    return "- " + "; ".join(said)
