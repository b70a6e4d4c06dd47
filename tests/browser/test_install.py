"""Finding a browser: the named one first, and a plain sentence when there is none."""

from pathlib import Path

import pytest

from tests.browser import install


def test_the_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "my-chromium"
    named.write_text("#!/bin/sh\n", encoding="utf-8")
    named.chmod(0o755)
    monkeypatch.setenv("GONGJIAN_CHROMIUM", str(named))
    assert install.find() == str(named)


def test_then_the_machines_then_playwrights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GONGJIAN_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    assert install.find() is None
    own = tmp_path / "chromium-1234" / "chrome-linux" / "chrome"
    own.parent.mkdir(parents=True)
    own.touch()
    assert install.find() == str(own)
    machines = tmp_path / "chromium"
    machines.touch(0o755)
    assert install.find() == str(machines)


@pytest.mark.parametrize(("ci", "code"), [(None, 0), ("true", 1)])
def test_without_any_it_says_so_and_only_ci_fails(
    ci: str | None,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("CI", raising=False)
    if ci:
        monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(install, "find", lambda: None)
    monkeypatch.setattr(install, "_run", lambda *_command: False)
    assert install.main() == code
    assert capsys.readouterr().out == f"{install.MISSING}\n"


def test_what_debian_brings_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def run(*command: str) -> bool:
        asked.append(command)
        return True

    monkeypatch.setattr(install, "_run", run)
    monkeypatch.setattr(install, "find", lambda: "/bin/chromium" if len(asked) > 1 else None)
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert install.main() == 0
    assert [command[1] for command in asked] == ["update", "install"]
    assert "fonts-wqy-microhei" in asked[-1]
