"""The program as a process of its own, with the settings that a test gives it and no others."""

import os
import subprocess
import sys
from pathlib import Path

from tests.leaks import hear

ROOT = Path(__file__).parents[2]


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`gongjian ...` in a folder; what it prints is on the result."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | settings,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    hear(done.stderr + done.stdout)
    return done
