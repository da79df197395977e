"""What tests of formats share: one LibreOffice for each module, and the data of every edition of seven sites."""

from pathlib import Path

import pytest

from tests.formats.offered import PLANS, ROOT, Offered, offered
from tests.formats.office import Office

SITES = {"real": ROOT, "exampleton": ROOT / "examples" / "exampleton"} | {
    name: PLANS / name for name in ("tiny", "urdu", "bengali", "welsh", "two-editions")
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def data() -> dict[str, Offered]:
    """The data of every edition, by site and edition."""
    return {f"{name} {each.edition.id}": each for name, site in SITES.items() for each in offered(site)}


@pytest.fixture(scope="session")
def folders(data: dict[str, Offered], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of every edition, in folders."""
    into = tmp_path_factory.mktemp("data")
    return {name: each.write(into / name) for name, each in data.items()}


@pytest.fixture(scope="session")
def real(data: dict[str, Offered]) -> Offered:
    """The data of the real plan."""
    return data["real 2008"]
