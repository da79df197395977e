"""One LibreOffice for all tests of one module."""

import pytest

from tests.formats.office import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("libreoffice"))
