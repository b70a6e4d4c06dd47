"""What must hold of every catalogue: each check gives one sentence for each fault, or nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from babel.messages.catalog import Catalog, Message

TAGS = {
    *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre"),
    *("span", "tg-spoiler", "tg-emoji", "blockquote"),
}
"""Bot API, "HTML style": these and no others."""
PIECE = re.compile("<(/?)([a-z-]+)(?: [^<>]*)?>|&(?:lt|gt|amp|quot|#[0-9]+|#x[0-9a-f]+);")
"""A tag, or a character written as an entity; Telegram knows these four names."""


def faults(template: Catalog, catalogue: Catalog) -> list[str]:
    """Everything that is wrong with a catalogue, by what the code may say."""
    return [
        *missing(template, catalogue),
        *unused(template, catalogue),
        *fuzzy(catalogue),
        *misfilled(catalogue),
        *malformed(catalogue),
    ]


def missing(template: Catalog, catalogue: Catalog) -> Iterator[str]:
    """Sentences of the code that lack a translation, or one of the language's plural forms.

    Babel fills up forms that are not there with empty ones.
    """
    for wanted in _entries(template):
        entry = catalogue.get(wanted.id, wanted.context)
        if entry is None or entry.id != wanted.id or not all(_said(entry)):
            yield f"missing: {wanted.id!r}"


def unused(template: Catalog, catalogue: Catalog) -> Iterator[str]:
    """Translations of what the code does not say any more."""
    for entry in (*_entries(catalogue), *catalogue.obsolete.values()):
        if template.get(entry.id, entry.context) is None:
            yield f"unused: {entry.id!r}"


def fuzzy(catalogue: Catalog) -> Iterator[str]:
    """Translations that somebody, or a program, only guessed."""
    return (f"fuzzy: {entry.id!r}" for entry in _entries(catalogue) if entry.fuzzy)


def misfilled(catalogue: Catalog) -> Iterator[str]:
    """Translations with other `{places}` than the sentence itself.

    Of the two sentences of a plural the first may leave out the count.
    """
    for entry in _entries(catalogue):
        try:
            ours = [_places(sentence) for sentence in _ids(entry)]
            theirs = [_places(sentence) for sentence in _said(entry) if sentence]
        except ValueError as error:
            yield f"{error}: {entry.id!r}"
            continue
        needed, allowed = frozenset.intersection(*ours), frozenset.union(*ours)
        if not all(needed <= places <= allowed for places in theirs):
            yield f"other places: {entry.id!r} -> {entry.string!r}"


def malformed(catalogue: Catalog) -> Iterator[str]:
    """Sentences whose markup Telegram would refuse."""
    for entry in _entries(catalogue):
        for sentence in (*_ids(entry), *_said(entry)):
            fault = fault_of_markup(sentence)
            if fault:
                yield f"{fault}: {sentence!r}"


def fault_of_markup(sentence: str) -> str:
    """Why Telegram would refuse this HTML; empty when it would not."""
    opened: list[str] = []
    for piece in PIECE.finditer(sentence):
        closing, tag = piece.groups()
        if tag is None:
            continue
        if tag not in TAGS:
            return f"<{tag}> is no tag of Telegram's"
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            return f"</{tag}> closes what is not open"
    if opened:
        return f"<{opened[-1]}> is not closed"
    if set("<>&") & set(PIECE.sub("", sentence)):
        return "< > and & are written &lt; &gt; and &amp;"
    return ""


def contradictory(catalogues: Mapping[str, Catalog]) -> Iterator[str]:
    """One sentence said in two ways by two catalogues of a language: only one would be heard."""
    heard: dict[object, tuple[str, object]] = {}
    for name, catalogue in catalogues.items():
        for entry in _entries(catalogue):
            first, said = heard.setdefault(_ids(entry)[0], (name, entry.string))
            if said != entry.string:
                yield f"{first} and {name} differ: {entry.id!r}"


def _entries(catalogue: Catalog) -> Iterable[Message]:
    """All but the header."""
    return (entry for entry in catalogue if entry.id)


def _ids(entry: Message) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def _said(entry: Message) -> tuple[str, ...]:
    return tuple(entry.string) if isinstance(entry.string, (tuple, list)) else (entry.string or "",)


def _places(sentence: str) -> frozenset[str]:
    """The names in braces; ValueError when the braces are wrong, or have no name in them."""
    names = frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)
    if "" in names:
        raise ValueError("a place without a name")
    return names
