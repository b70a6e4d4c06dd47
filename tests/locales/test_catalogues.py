"""Every sentence is there in both languages, and Telegram would take it. Each check can fail."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from locales import LANGUAGES, Catalogues, checks
from locales.catalogues import FOLDER
from locales.update import rooms, sentences

ORGANISATIONS = ("{count} organisation", "{count} organisations")


def catalogue(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


@pytest.fixture(scope="module")
def templates() -> dict[str, Catalog]:
    """What the code may say, by room."""
    return {name: sentences(folders) for name, folders in rooms().items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_has_all_its_words(templates: dict[str, Catalog], room: str, language: str) -> None:
    words = catalogue(FOLDER / language / f"{room}.po", language)
    assert checks.faults(templates[room], words) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_room_contradicts_another(language: str) -> None:
    paths = sorted((FOLDER / language).glob("*.po"))
    found = {path.stem: catalogue(path, language) for path in paths}
    assert list(checks.contradictory(found)) == []
    assert set(found) == set(rooms())


def test_one_person_is_addressed_politely_in_chinese() -> None:
    paths = sorted((FOLDER / "zh_CN").glob("*.po"))
    said = [str(entry.string) for path in paths for entry in catalogue(path, "zh_CN")]
    assert [one for one in said if "你" in one] == []
    assert any("您" in one for one in said)


def broken(folder: Path, po: str, language: str = "zh_CN") -> Catalog:
    path = folder / "broken.po"
    path.write_text(po, encoding="utf-8")
    return catalogue(path, language)


def code(*messages: str | tuple[str, str]) -> Catalog:
    """A template, as if the code said this."""
    template = Catalog()
    for message in messages:
        template.add(message)
    return template


Check = Callable[[Catalog, Catalog], Iterable[str]]


def alone(check: Callable[[Catalog], Iterable[str]]) -> Check:
    return lambda _template, found: check(found)


@pytest.mark.parametrize(
    ("check", "po", "fault"),
    [
        (checks.missing, "", "missing: 'Hello {name}'"),
        (checks.missing, 'msgid "Hello {name}"\nmsgstr ""', "missing: 'Hello {name}'"),
        (checks.unused, 'msgid "Gone"\nmsgstr "没了"', "unused: 'Gone'"),
        (checks.unused, '#~ msgid "Gone"\n#~ msgstr "没了"', "unused: 'Gone'"),
        (
            alone(checks.fuzzy),
            '#, fuzzy\nmsgid "Hello {name}"\nmsgstr "你好，{name}"',
            "fuzzy: 'Hello {name}'",
        ),
        (
            alone(checks.misfilled),
            'msgid "Hello {name}"\nmsgstr "你好，{nmae}"',
            "other places: 'Hello {name}' -> '你好，{nmae}'",
        ),
        (
            alone(checks.misfilled),
            'msgid "Hello {name}"\nmsgstr "你好"',
            "other places: 'Hello {name}' -> '你好'",
        ),
        (
            alone(checks.misfilled),
            'msgid "Hello {name}"\nmsgstr "你好，{}"',
            "a place without a name: 'Hello {name}'",
        ),
        (
            alone(checks.malformed),
            'msgid "Hello {name}"\nmsgstr "<b>你好，{name}"',
            "<b> is not closed: '<b>你好，{name}'",
        ),
    ],
)
def test_a_check_finds_the_fault(tmp_path: Path, check: Check, po: str, fault: str) -> None:
    found = broken(tmp_path, po)
    assert fault in list(check(code("Hello {name}"), found))


def test_braces_that_do_not_close_are_found(tmp_path: Path) -> None:
    found = broken(tmp_path, 'msgid "Hello {name}"\nmsgstr "你好，{name"')
    (fault,) = checks.misfilled(found)
    assert fault.endswith("'Hello {name}'")


@pytest.mark.parametrize(
    ("language", "forms", "fault"),
    [
        ("zh_CN", ["{count} 个单位"], None),
        ("en", ["one organisation", "{count} organisations"], "other places"),
        ("en", ["{count} organisation", "{count} organisations"], None),
        ("en", ["{count} organisation"], "missing"),
        ("en", ["{count} organisation", ""], "missing"),
        ("zh_CN", ["许多单位"], "other places"),
    ],
)
def test_plurals_have_as_many_forms_as_the_language(
    tmp_path: Path, language: str, forms: list[str], fault: str | None
) -> None:
    one, many = ORGANISATIONS
    said = "".join(f'\nmsgstr[{number}] "{form}"' for number, form in enumerate(forms))
    found = broken(tmp_path, f'msgid "{one}"\nmsgid_plural "{many}"{said}', language)
    faults = checks.faults(code(ORGANISATIONS), found)
    assert [fault] == [one.split(":")[0] for one in faults] if fault else faults == []


def test_the_first_of_a_plural_may_leave_out_the_count(tmp_path: Path) -> None:
    one, many = "One is missing", "{count} are missing"
    po = f'msgid "{one}"\nmsgid_plural "{many}"\nmsgstr[0] "还差 {{count}} 个"'
    assert checks.faults(code((one, many)), broken(tmp_path, po)) == []


def test_two_translations_of_one_sentence_are_found(tmp_path: Path) -> None:
    first = broken(tmp_path, 'msgid "Send"\nmsgstr "发送"')
    second = broken(tmp_path, 'msgid "Send"\nmsgstr "发出"')
    assert list(checks.contradictory({"notices": first, "shared": first})) == []
    found = list(checks.contradictory({"notices": first, "shared": second}))
    assert found == ["notices and shared differ: 'Send'"]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "plain, with {places} and 标点！",
        "<b>Notice {number}</b>: <i>who <u>answered</u></i>",
        '<a href="{url}">here</a> &amp; <code>/help</code> &lt;3 &#128512;',
        '<span class="tg-spoiler">no</span><blockquote expandable>yes</blockquote>',
    ],
)
def test_markup_that_telegram_takes(sentence: str) -> None:
    assert checks.fault_of_markup(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "<b>not closed",
        "closed</b>",
        "<b><i>crossed</b></i>",
        "<h1>unknown</h1>",
        "line<br>break",
        "tea & biscuits",
        "&nbsp;",
        "1 < 2",
        "a > b",
        "staff add <ID>",
    ],
)
def test_markup_that_telegram_refuses(sentence: str) -> None:
    assert checks.fault_of_markup(sentence) != ""


def test_an_office_changes_a_sentence_without_a_compiler(tmp_path: Path) -> None:
    one, many = ORGANISATIONS
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "shared.po").write_text(
        f'msgid "Send"\nmsgstr "发出去"\n\nmsgid "{one}"\nmsgid_plural "{many}"\n'
        'msgstr[0] "{count} 家单位"\n',
        encoding="utf-8",
    )
    catalogues = Catalogues(folder=tmp_path)
    chinese, english = catalogues.words("zh_CN"), catalogues.words("en")
    assert (chinese.t("Send"), english.t("Send")) == ("发出去", "Send")
    assert [chinese.n(one, many, count) for count in (1, 20)] == ["1 家单位", "20 家单位"]


@pytest.mark.parametrize(
    ("code_of_telegram", "language"),
    [
        ("zh-hans", "zh_CN"),
        ("zh", "zh_CN"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("fr", "zh_CN"),
        (None, "zh_CN"),
    ],
)
def test_a_person_is_spoken_to_in_the_nearest_language(
    code_of_telegram: str | None, language: str
) -> None:
    assert Catalogues().of_code(code_of_telegram) == language
