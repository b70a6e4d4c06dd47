"""Every word of the page is there in both languages, and nowhere else."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "simulator" / "page"
ENTRY = re.compile(r'^  "([\w.]+)": \{ zh: "(.*)", en: "(.*)" \},$', re.MULTILINE)
USE = re.compile(r'\bt\(\s*"([\w.]+)"')
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def entries() -> dict[str, tuple[str, str]]:
    text = (PAGE / "words.js").read_text(encoding="utf-8")
    return {key: (zh, en) for key, zh, en in ENTRY.findall(text)}


def scripts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")}


def test_every_line_of_the_words_is_an_entry_with_both_languages() -> None:
    text = (PAGE / "words.js").read_text(encoding="utf-8")
    assert len(entries()) == len(re.findall(r'^  "', text, re.MULTILINE))
    assert all(zh and en for zh, en in entries().values())


def test_both_languages_have_the_same_gaps() -> None:
    for key, (zh, en) in entries().items():
        assert sorted(re.findall(r"\{\w+\}", zh)) == sorted(re.findall(r"\{\w+\}", en)), key


def test_every_key_that_is_used_exists_and_every_key_is_used() -> None:
    used = {key for text in scripts().values() for key in USE.findall(text)}
    assert used == set(entries())


def test_no_other_script_holds_chinese_outside_comments() -> None:
    for name, text in scripts().items():
        code = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
        if name != "words.js":
            assert set(CHINESE.findall(code)) <= set("中文"), name


def test_files_stay_short() -> None:
    for path in [*PAGE.glob("*.js"), *PAGE.glob("*.css")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) < 250, path.name


def test_no_file_names_another_host() -> None:
    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8")
        hosts = set(re.findall(r"https?://([\w.-]+)", text))
        assert hosts <= {"t.me", "www.w3.org"}, path.name
