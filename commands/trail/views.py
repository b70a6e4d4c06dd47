"""The newest changes, page by page, with buttons to some of them alone."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from commands.kit import Button, Page, Post, button, clip, in_rows, pack, pager, private_link
from commands.trail.rules import ACTIVITY, NOTICE, ORGANISATION, PERSON, Scope
from commands.trail.sentences import Teller
from commands.trail.subjects import TOPICS
from locales import Words, message, plain
from storage.trails import Names, Section

SHOW = "trail.show"
PAGE = 6
LABEL = 14
OFFERED = 4
BLANK = Markup("\n\n")
ALL = message("Everything")


def in_private(words: Words) -> Post:
    """For a group: who did what is for staff alone."""
    text = words.t("The record of changes is shown in your private chat with me.")
    return Post(text, ((private_link(words.t("📜 Record of changes"), "history"),),))


def changes(words: Words, scope: Scope, section: Section) -> Post:
    """One page, and the ways to others."""
    teller = Teller(words, section.names)
    lines = [_heading(words, teller, scope)]
    lines += [Markup("• {}").format(teller.line(one)) for one in section.entries]
    if not section.entries:
        lines.append(words.t("Nothing of that has been changed yet."))
    if not scope.kind:
        lines.append(
            words.t(
                "<i>Only one of them: <code>/history Xinglong</code>, <code>/history notice"
                " 12</code>, <code>/history activity 5</code>, or a person's name.</i>"
            )
        )
    count = max(1, -(-section.count // PAGE))
    page = Page(section.entries, min(scope.page, count), count)
    turns = pager(page, SHOW, scope.kind, scope.subject, scope.topic)
    topics = in_rows(_topics(words, scope), 4)
    return Post(
        BLANK.join(lines), (turns, *in_rows(_scopes(words, teller, scope, section)), *topics)
    )


def which(words: Words, asked: str, found: Sequence[tuple[int, int, str]]) -> Post:
    """Several are called so; each has its kind, id and name."""
    buttons = [
        button(words.list([clip(name, LABEL)]), pack(SHOW, kind, number, 0, 1))
        for kind, number, name in found
    ]
    return Post(
        words.t("Whose changes? “{asked}” may be:", asked=clip(asked, 30)), in_rows(buttons)
    )


def unknown(words: Words, asked: str) -> Post:
    """Nobody and nothing is called so."""
    everything = button(words.t("📜 Everything that was changed"), pack(SHOW))
    text = words.t(
        "I know no organisation, person, notice or activity “{asked}”. Try a part of the name, or"
        " <code>/history notice 12</code>.",
        asked=clip(asked, 30),
    )
    return Post(text, ((everything,),))


def _heading(words: Words, teller: Teller, scope: Scope) -> Markup:
    if not scope.kind:
        return words.t("📜 <b>Record of changes</b>, the newest first")
    return words.t("📜 <b>Record of changes</b>: {thing}", thing=_thing(teller, scope))


def _thing(teller: Teller, scope: Scope) -> Markup:
    say = {
        ORGANISATION: teller.organisation,
        PERSON: teller.person,
        NOTICE: teller.notice,
        ACTIVITY: teller.activity,
    }
    return say.get(scope.kind, teller.person)(scope.subject)


def _topics(words: Words, scope: Scope) -> list[Button]:
    titles = [ALL, *(title for title, _ in TOPICS)]
    labels = [words.t(title) for title in titles]
    labels[scope.topic] = words.t("✅ {title}", title=labels[scope.topic])
    return [
        button(label, pack(SHOW, scope.kind, scope.subject, number, 1))
        for number, label in enumerate(labels)
    ]


def _scopes(words: Words, teller: Teller, scope: Scope, section: Section) -> list[Button]:
    """Buttons to what this page speaks of, or back to everything."""
    if scope.kind:
        return [button(words.t("‹ Everything that was changed"), pack(SHOW, 0, 0, scope.topic, 1))]
    found = dict.fromkeys(_spoken_of(section.names, section))
    return [
        button(
            words.t("Only {thing}", thing=clip(plain(_thing(teller, one)), LABEL)),
            pack(SHOW, one.kind, one.subject, 0, 1),
        )
        for one in list(found)[:OFFERED]
    ]


def _spoken_of(names: Names, section: Section) -> Iterable[Scope]:
    for one in section.entries:
        if one.organisation_id in names.organisations:
            yield Scope(ORGANISATION, one.organisation_id or 0)
        if names.notices.get(one.notice_id or 0) is not None:
            yield Scope(NOTICE, one.notice_id or 0)
        if one.activity_id in names.activities:
            yield Scope(ACTIVITY, one.activity_id or 0)
        if one.doer_id in names.people:
            yield Scope(PERSON, one.doer_id or 0)
