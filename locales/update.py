"""`make words`: finds every sentence in the code and brings both languages' catalogues up to it."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from locales.catalogues import FOLDER, LANGUAGES

ROOT = FOLDER.parent
KEYWORDS = {"t": None, "n": (1, 2), "message": None}


def rooms() -> dict[str, list[Path]]:
    """Which code each catalogue speaks for: one for every feature, `shared` for the rest."""
    features = sorted(p.parent for p in (ROOT / "commands").glob("*/handlers.py"))
    shared = [ROOT / "commands" / "kit", ROOT / "bot", ROOT / "storage"]
    return {feature.name: [feature] for feature in features} | {"shared": shared}


def sentences(folders: list[Path]) -> Catalog:
    """The template: every sentence that the code in these folders may say."""
    template = Catalog(project="Gongjian", fuzzy=False)
    for folder in folders:
        found = extract_from_dir(
            str(folder),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("Words:",),
        )
        for name, _line, msgid, comments, context in found:
            where = (folder / name).relative_to(ROOT).as_posix()
            template.add(msgid, locations=[(where, 0)], auto_comments=comments, context=context)
    return template


def update(name: str, language: str, template: Catalog) -> None:
    """Adds what is new, drops what is unused; English says what the code says."""
    path = FOLDER / language / f"{name}.po"
    catalogue = Catalog(locale=language, project="Gongjian", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    if language == "en":
        _say_as_written(catalogue)
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, omit_header=True)


def _say_as_written(catalogue: Catalog) -> None:
    for entry in catalogue:
        if entry.id and not _is_said(entry):
            entry.string = entry.id


def _is_said(entry: Message) -> bool:
    return all(entry.string) if isinstance(entry.string, tuple) else bool(entry.string)


def main() -> None:
    """Updates every catalogue in place."""
    for name, folders in rooms().items():
        template = sentences(folders)
        for language in LANGUAGES:
            update(name, language, template)


if __name__ == "__main__":
    main()
