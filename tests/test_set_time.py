"""When a story takes place, told without the word *set*: what says so, and what dates something else.

The invented film is of 1931, and its story of 1911.
"""

import pytest

from verite.catalogue import Catalogue

from .asked import ask
from .invented import HEADING


def statuses(prose: str, given: Catalogue) -> list[str]:
    return ask(f"{HEADING}\nDescription: {prose}\n", given).statuses("set_time")


@pytest.mark.parametrize(
    "prose",
    [
        "It is 1890, and the lamplighter climbs.",
        "It's the winter of 1890.",
        "The year is 1890.",
        "We're in Norway, 1890, and the lamplighter climbs.",
        "Norway, 1890. The lamplighter climbs.",
        "A man and a lamp. Norway, 1890. The lamplighter climbs.",
        "In 1890, the lamplighter loses his post.",
        "In the Norway of 1890, where it always rains, the lamplighter loses his post.",
        "In 1890s Norway the lamplighter loses his post.",
    ],
)
def test_a_date_that_begins_a_story_is_its_time(prose: str, given: Catalogue) -> None:
    assert "refuted" in statuses(prose, given), ask(f"{HEADING}\nDescription: {prose}\n", given).told()


@pytest.mark.parametrize(
    "prose",
    [
        "In 1890 the novel appeared.",
        "In 1890, Nora Lind makes her first drawings.",
        "In 1890 Norway builds its first lighthouse.",
        "In 1890, the film begins to take shape.",
        "It was 1890.",
        "It is not 1890.",
        "It is a copy of 1890.",
        "A man and a lamp. 1890. The lamplighter climbs.",
        "It is 1890 as the film begins, and then 1911.",
        "A man is told of the winter of 1890.",
        "We're in good company, 1890 readers wrote.",
    ],
)
def test_a_date_of_something_else_is_not(prose: str, given: Catalogue) -> None:
    assert "refuted" not in statuses(prose, given), ask(f"{HEADING}\nDescription: {prose}\n", given).told()
