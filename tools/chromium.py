"""Finds the Chromium that the browser tests drive and prints its path; with --install it installs one where it may.

Order: the program that CHROMIUM names, one on PATH, Debian's package (as root), Playwright's own build.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE = (
    "No Chromium for the browser tests: install one (on Debian: apt-get install chromium) "
    "or name one with CHROMIUM=/path/to/chromium."
)


def present() -> str | None:
    """The path of a Chromium that is there, or None. Raises SystemExit when CHROMIUM names a program that isn't."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if not found:
            raise SystemExit(f"CHROMIUM names {named}, which is no program here: name another or unset it.")
        return found
    return next(filter(None, map(shutil.which, NAMES)), None)


def playwrights() -> str | None:
    """The path of the Chromium that Playwright keeps for itself, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only needed where no other Chromium is

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def run(*command: str) -> bool:
    """Runs a command with its output on stderr, for stdout carries the path alone; says whether it went well."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def from_debian() -> str | None:
    """The path of Debian's Chromium after installing it, or None where that can't be done."""
    is_root = getattr(os, "geteuid", lambda: -1)() == 0
    if not (is_root and shutil.which("apt-get")):
        return None
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if run("apt-get", "update", "-qq") and run("apt-get", "install", "-y", "-qq", "chromium"):
        return shutil.which("chromium")
    return None


def from_playwright() -> str | None:
    """The path of Playwright's Chromium after installing it, or None where that can't be done."""
    if run(sys.executable, "-m", "playwright", "install", "chromium"):
        return playwrights()
    return None


def main() -> None:
    """Prints the path, or exits with one sentence when there is none."""
    path = present() or playwrights()
    if path is None and "--install" in sys.argv[1:]:
        path = from_debian() or from_playwright()
    if path is None:
        raise SystemExit(NONE)
    print(path)


if __name__ == "__main__":
    main()
