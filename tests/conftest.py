"""What many tests share: the real plan's site, rendered once and built once for each test process."""

from pathlib import Path

import pytest

from generator import build

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the real site: this repository."""
    return ROOT


@pytest.fixture(scope="session")
def website() -> build.Website:
    """The real site, in memory."""
    return build.website(ROOT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built by MkDocs and verified."""
    into = tmp_path_factory.mktemp("built") / "site"
    build.build(ROOT, into)
    return into
