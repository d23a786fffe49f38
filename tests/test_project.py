"""The project keeps its own house: what is written down is there, and what is there is written down."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LARGEST = 2_000_000


def tracked() -> list[Path]:
    """Every file of the project: git's list, or in an unpacked archive the files outside hidden folders."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        found = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        return [path for path in found if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)]
    return [Path(name) for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0]


def requirements() -> set[str]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return {name_of(requirement) for group in groups for requirement in group}


def test_each_dependency_has_its_reason_and_no_other_is_named() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)) == requirements()


def imports(path: Path) -> Iterator[str]:
    """The top-level names that a file imports from outside the standard library."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
        yield from (top for name in names if (top := name.partition(".")[0]) not in sys.stdlib_module_names)


def test_the_package_imports_only_what_it_asks_for() -> None:
    asked = {name_of(requirement).replace("-", "_") for requirement in PROJECT["dependencies"]}
    # arro3-core and arro3-io share a name, argon2-cffi has a shorter one; polars is an extra, with its own message where it lacks
    asked |= {"tocsin", "arro3", "argon2", "polars"}
    missing = {f"{path.relative_to(ROOT)}: {name}" for path in (ROOT / "src").rglob("*.py") for name in imports(path) if name not in asked}
    assert missing == set()


def test_no_file_is_large_but_the_model() -> None:
    large = {str(path): (ROOT / path).stat().st_size for path in tracked() if (ROOT / path).stat().st_size > LARGEST}
    assert {name for name in large if not re.fullmatch(r"src/tocsin/reader/model/\w+\.onnx", name)} == set()


MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users|mnt)/[a-z]", re.IGNORECASE)


def test_no_path_of_one_machine_stands_in_the_project() -> None:
    found = []
    for path in tracked():
        if path.suffix in {".onnx", ".xz", ".gz"} or path == Path("tests/test_project.py"):
            continue
        text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
        # A path behind a host is an address: example.org/home/…
        found += [f"{path}: {match.group()}" for match in MACHINE.finditer(text)]
    assert found == []


PAGES = sorted(path for path in tracked() if path.suffix == ".md")


def links(page: Path) -> Iterator[str]:
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    yield from re.findall(r"\]\(([^)\s]+)\)", text)


def anchors(page: Path) -> set[str]:
    """Anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        path = (ROOT / page.parent / target).resolve() if target else ROOT / page
        assert path.exists(), f"{page} links to {link}, which is not there"
        assert not anchor or path.suffix != ".md" or anchor in anchors(path), f"{page} links to {link}, a heading that is not there"


def test_every_page_of_the_docs_is_listed_in_the_index() -> None:
    listed = {(ROOT / "docs" / link.partition("#")[0]).resolve() for link in links(Path("docs/index.md"))}
    pages = {ROOT / path for path in PAGES if path.parts[0] == "docs" and path != Path("docs/index.md")}
    assert {str(path.relative_to(ROOT)) for path in pages - listed} == set()


def test_no_two_test_files_share_a_name() -> None:
    """Pytest imports tests by their file's name alone, since the tests are no packages."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_licences_are_there() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["license"] == "Apache-2.0"
    assert "CC BY 4.0" in (ROOT / "corpus/LICENSE").read_text(encoding="utf-8")


def test_the_changelog_knows_this_version() -> None:
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "src/tocsin/__init__.py").read_text(encoding="utf-8"))
    assert version
    assert f"\n## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_make_lists_its_commands() -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    for command in ("demo", "test", "lint", "bench", "train", "corpus", "clean"):
        assert f"make {command} " in done.stdout
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8") + (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^make (\w+)", page, re.MULTILINE))
    assert {command for command in named if f"make {command} " not in done.stdout} == set()
