"""Sees to it that there is a Chromium for the tests, before they run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PROGRAMS = ("chrome-*/chrome", "chrome-mac*/*.app/Contents/MacOS/*")
PACKAGES = ("chromium", "fonts-wqy-microhei", "fonts-noto-color-emoji")
MISSING = "No Chromium here and none could be installed: the tests in the browser are skipped."
LONGEST = 600


def find() -> str | None:
    """Return the path of a Chromium: the named one, the machine's, or Playwright's own."""
    named = os.environ.get("GONGJIAN_CHROMIUM")
    if named:
        return shutil.which(named)
    there = (shutil.which(name) for name in NAMES)
    return next((path for path in there if path), None) or _playwrights()


def _playwrights() -> str | None:
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    default = Path.home() / caches / "ms-playwright"
    root = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or default)
    found = sorted(path for program in PROGRAMS for path in root.glob(f"chromium-*/{program}"))
    return str(found[-1]) if found else None


def _run(*command: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(  # noqa: S603 -- only the fixed commands below
            command, env=quiet, capture_output=True, timeout=LONGEST, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _from_debian() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    _run(apt, "update")
    return _run(apt, "install", "-y", "--no-install-recommends", *PACKAGES)


def _from_playwright() -> bool:
    return _run(sys.executable, "-m", "playwright", "install", "chromium")


def main() -> int:
    """Return 0, unless this is CI and there is still no browser."""
    if find() or (_from_debian() and find()) or (_from_playwright() and find()):
        return 0
    sys.stdout.write(f"{MISSING}\n")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
