"""A token in a log or a file fails the run, in one process and in many."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import ROOT

pytestmark = pytest.mark.slow  # it starts runs of the suite

HOOKS = "from tests.leaks import pytest_configure, pytest_sessionfinish, pytest_testnodedown\n"
SECRET = '"only-telegram-" + "knows"'  # whole only in the run that is tried
CASES = {
    "log": f"import logging\ndef test(): logging.getLogger('a').warning({SECRET})\n",
    "file": f"def test(tmp_path): (tmp_path / 'a').write_text({SECRET})\n",
    "none": "def test(): pass\n",
}


@pytest.mark.parametrize("many", [("-p", "no:xdist"), ("-n", "2")], ids=["one", "many"])
@pytest.mark.parametrize("case", CASES)
def test_a_leak_fails_the_run(tmp_path: Path, case: str, many: tuple[str, str]) -> None:
    (tmp_path / "conftest.py").write_text(HOOKS, encoding="utf-8")
    (tmp_path / "test_it.py").write_text(CASES[case], encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    ran = subprocess.run(  # noqa: S603 -- pytest, on the files above
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *many, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    for left in tmp_path.rglob("a"):
        left.unlink()
    assert "1 passed" in ran.stdout
    assert ran.returncode == (0 if case == "none" else 1)
    assert ("1 times a token got out" in ran.stdout) == (case != "none")
