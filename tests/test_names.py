"""Names of people across spellings, scripts and orders; and names that are surely two persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verite.names import parts, same, unlike

SAME = [
    ("Aleksei German", "Alexei Guerman"),
    ("Aleksei German", "Алексей Герман"),
    ("Andrei Konchalovsky", "Andrey Konchalovskiy"),
    ("Andrei Konchalovsky", "Андрей Кончаловский"),
    ("Nikita Mikhalkov", "Nikita Mihalkov"),
    ("Nikita Mikhalkov", "Mikhalkov"),
    ("Nikita Mikhalkov", "N. Mikhalkov"),
    ("Larisa Shepitko", "Larissa Schepitko"),
    ("Larisa Shepitko", "Лариса Шепитько"),
    ("Aleksandr Solzhenitsyn", "Alexander Solzhenitsyn"),
    ("Aleksandr Solzhenitsyn", "Solschenizyn Alexander"),
    ("Yasujirō Ozu", "Ozu Yasujiro"),
    ("Sławomir Rawicz", "Slawomir Rawicz"),
    ("J. A. Bayona", "Juan Antonio Bayona"),
    ("Gleb Panfilov", "Глеб Панфилов"),
    ("Georgi Yungvald-Khilkevich", "Georgy Yungvald-Khilkevich"),
    ("Robert Downey Jr.", "Robert Downey"),
]
OTHERS = [
    ("Peter Weir", "Peter Wood"),
    ("Nikita Mikhalkov", "Andrei Konchalovsky"),
    ("Larisa Shepitko", "Elem Klimov"),
    ("Aleksei German", "Andrei Tarkovsky"),
    ("Caspar Wrede", "Gleb Panfilov"),
    ("Alexei Uchitel", "Aleksandr Sokurov"),
    ("Andrei Tarkovsky", "Andrei Konchalovsky"),
    ("Ivan Ivanov", "Pyotr Petrov"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)
    assert not unlike(one, other), "what is the same is never refuted"


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_persons_are_two(one: str, other: str) -> None:
    assert not same(one, other)
    assert unlike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Yevgeny Mironov", "Sergei Mironov"), ("Peter Weir", "Peter Weird"), ("Boris Plotnikov", "B. Plotnikova")],
)
def test_a_name_that_might_be_a_slip_is_not_surely_another(one: str, other: str) -> None:
    assert not unlike(one, other)


def test_a_bare_family_name_is_never_surely_another_person() -> None:
    assert not unlike("Lind", "Otto Brandt")


def test_a_name_of_nothing_is_nobody() -> None:
    assert not same("", "Nora Lind")
    assert not same("7", "7")
    assert parts("Sir N. Lind, Jr.") == ("n", "lind")


_GIVEN = ("Nora", "Otto", "Andrei", "Андрей", "Aleksei", "Alexei", "J.", "N.", "Jean", "Sławomir", "Yuri")
_FAMILY = (
    "Lind",
    "Brandt",
    "Konchalovsky",
    "Кончаловский",
    "German",
    "Guerman",
    "O'Neill",
    "de Sica",
    "Yungvald-Khilkevich",
    "Li",
)
NAMES = st.builds(
    lambda first, family, turned: f"{family} {first}" if turned else f"{first} {family}".strip(),
    st.sampled_from((*_GIVEN, "")),
    st.sampled_from(_FAMILY),
    st.booleans(),
)


@given(NAMES, NAMES)
def test_two_names_are_never_both_the_same_and_surely_others(one: str, other: str) -> None:
    assert not (same(one, other) and unlike(one, other))


@given(NAMES, NAMES)
def test_names_compare_the_same_both_ways(one: str, other: str) -> None:
    assert same(one, other) == same(other, one)


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_name_raises(one: str, other: str) -> None:
    same(one, other)
    unlike(one, other)
