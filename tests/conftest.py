"""The catalogues that tests look things up in. Real parts only: the shipped record, and an invented one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from verite.catalogue import Catalogue
from verite.catalogue.open import open_record
from verite.config import shipped
from verite.sources.record import Record, inspect

from . import invented, spliced

# The same texts every time, so that a red suite is red for everybody; VERITE_SEARCH=5000 looks for new ones.
settings.register_profile(
    "suite", deadline=None, derandomize=True, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search",
    deadline=None,
    max_examples=int(os.environ.get("VERITE_SEARCH", "150")),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("search" if "VERITE_SEARCH" in os.environ else "suite")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of our own, for this process and for every command it starts."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERITE_CACHE", str(folder))
        patch.delenv("VERITE_CATALOGUE", raising=False)
        yield folder


@pytest.fixture(scope="session")
def catalogue(cache: Path) -> Catalogue:
    """The shipped record, compiled."""
    return open_record()


@pytest.fixture(scope="session")
def record() -> Record:
    """The shipped record, decoded: to be changed in memory."""
    return inspect(shipped("records"))


@pytest.fixture(scope="session")
def given_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records folder of the kinds' invented film."""
    return invented.written(tmp_path_factory.mktemp("given"))


@pytest.fixture(scope="session")
def given_record(given_folder: Path) -> Record:
    return inspect(given_folder)


@pytest.fixture(scope="session")
def given(given_folder: Path, cache: Path) -> Catalogue:
    """The invented film and what is said of it, compiled."""
    return open_record(given_folder)


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory, record: Record) -> Path:
    """Six thousand invented films beside the shipped record: a catalogue folder."""
    return spliced.built(tmp_path_factory.mktemp("large"), record)


@pytest.fixture(scope="session")
def large(large_folder: Path) -> Catalogue:
    return Catalogue.open(large_folder)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The founders' shared folder; tests that need it skip, saying so, where it is absent."""
    return Path(os.environ.get("VERITE_SHARED", "/work/shared"))


@pytest.fixture(scope="session")
def data() -> Path:
    """The tables of others that may not be republished: tests that need them skip, saying so, where they are absent
    (with VERITE_REQUIRE=data that is a failure)."""
    folder = Path(os.environ.get("VERITE_DATA", Path(__file__).parents[2] / "shared/data"))
    if not folder.is_dir():
        missing = f"no {folder}: set VERITE_DATA to the folder of film tables"
        if "data" in os.environ.get("VERITE_REQUIRE", "").split(","):
            pytest.fail(missing)
        pytest.skip(missing)
    return folder
