"""Errors that lists make in plain words, and what must not be taken for one of them: debuts, places in an order, deaths, parts, prizes of a craft."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def said(film: str, sentence: str, catalogue: Catalogue) -> dict[str, set[Status]]:
    found: dict[str, set[Status]] = {}
    for verdict in ask(f"{film}\nFact: {sentence}\n", catalogue).verdicts:
        if verdict.claim.kind not in ("existence", "year"):
            found.setdefault(verdict.claim.kind, set()).add(verdict.status)
    return found


@pytest.mark.parametrize(
    ("film", "kind", "sentence"),
    [
        ("Khrustalyov, My Car! (1998)", "career", "It was Aleksei German's first feature."),
        ("Khrustalyov, My Car! (1998)", "career", "It marked the directorial debut of Aleksei German."),
        ("Katyn (2007)", "story", "Andrzej is hanged by the Germans."),
        ("Katyn (2007)", "story", "Andrzej is shot by the Germans in 1941."),
        ("The Ascent (1977)", "story", "Sotnikov is shot."),
        ("The Way Back (2010)", "cast", "Cast: Jim Sturgess (Janusz), Colin Farrell (Khabarov)."),
        ("Burnt by the Sun (1994)", "award", "And, believe it or not, it scooped the Palme d'Or at Cannes."),
        ("Repentance (1986)", "award", "Shot in Tbilisi; Palme d'Or, Cannes 1987."),
        ("Larks on a String (1969)", "ordinal", "It was the first film to win the Golden Bear."),
        ("The Way Back (2010)", "based_on", 'Screenplay: Weir and Keith Clarke, after Sławomir Rawicz\'s novel "The Long Walk".'),
        ("Burnt by the Sun (1994)", "director", "105 min., dir. Andrei Tarkovsky, screenplay Rustam Ibragimbekov."),
        ("Jaws (1975)", "cast", "Jack Nicholson is the crusty old hunter Quint."),
        ("Patton (1970)", "cast", "Marlon Brando plays General Patton."),
        ("Patton (1970)", "award", "The film won seven Academy Awards. It also won the award for Best Adapted Screenplay."),
        ("Cold War (2018)", "award", "Paweł Pawlikowski won the Palme d'Or in Cannes in 2018."),
        ("Ida (2013)", "set_time", "It is set in Poland in 1948."),
    ],
)  # fmt: skip
def test_it_is_refuted(film: str, kind: str, sentence: str, catalogue: Catalogue) -> None:
    found = said(film, sentence, catalogue)
    assert Status.REFUTED in found.get(kind, set()), found


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Khrustalyov, My Car! (1998)", "It came long after Aleksei German's first feature."),
        ("Patton (1970)", "It won seven Academy Awards. In Italy it was named Best Adapted Screenplay."),
        ("Patton (1970)", "It won seven Academy Awards. The critics of London named it Best Adapted Screenplay."),
        ("Jaws (1975)", "Jack Nicholson plays the young Quint."),
        ("Cabaret (1972)", "Nominated for ten Oscars (including Best Picture), it won eight."),
        ("Cabaret (1972)", "It won one of ten Oscars (for its editing) that nobody had expected."),
        ("Cold War (2018)", "Paweł Pawlikowski came close to winning the Palme d'Or in 2018."),
        ("Cold War (2018)", "Paweł Pawlikowski won the Palme d'Or."),  # with whatever film, in whatever year
        ("Khrustalyov, My Car! (1998)", "It was Aleksei German's first film in black and white for the cinema."),
        ("Khrustalyov, My Car! (1998)", "Aleksei German's first feature was shown beside it."),
        ("Child 44 (2015)", "When Leo refuses to denounce his wife Raisa, both are banished."),
        ("Burnt by the Sun (1994)", "Mitya slits his wrists in the bath in an ending you'll never forget."),
        (
            "One Day in the Life of Ivan Denisovich (1970)",
            "Shukhov escapes from the camp at nightfall.",
        ),  # only from another, before
        ("Repentance (1986)", "In competition: Palme d'Or, Cannes 1987."),
        ("Repentance (1986)", "From the winner of the Palme d'Or."),
        ("Repentance (1986)", "The idea came from an older Spanish film."),
        ("Repentance (1986)", "With three Oscars on his shelf, its producer could rest."),
        ("The Death of Stalin (2017)", "Steve Buscemi is remembered as the Mr. Pink of Reservoir Dogs."),
        ("The Death of Stalin (2017)", "A young Steve Buscemi worked as a firefighter named Bob."),
        ("Katyn (2007)", "At 121 minutes, it is never dull."),
    ],
)
def test_it_is_not_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    found = said(film, sentence, catalogue)
    assert not any(Status.REFUTED in statuses for statuses in found.values()), found


@pytest.mark.parametrize(
    ("film", "kind", "sentence"),
    [
        ("The Death of Stalin (2017)", "cast", "Steve Buscemi is a hoot as Khrushchev."),
        ("The Death of Stalin (2017)", "cast", "Simon Russell Beale is terrifying as Beria."),
        ("Cold War (2018)", "cast", "Joanna Kulig sets the screen ablaze as Zula."),
        ("The Ascent (1977)", "story", "Sotnikov goes to the gallows."),
        ("The Ascent (1977)", "ordinal", "It was the first Soviet film to win the Golden Bear."),
        ("Katyn (2007)", "language", "Spoken in Polish, Russian and German."),
        ("Burnt by the Sun (1994)", "story", "Mitya takes his own life."),
        ("The Way Back (2010)", "composer", "Score Burkhard Dallwitz; photography Russell Boyd."),
    ],
)
def test_it_is_supported(film: str, kind: str, sentence: str, catalogue: Catalogue) -> None:
    found = said(film, sentence, catalogue)
    assert Status.SUPPORTED in found.get(kind, set()), found


def test_an_escape_from_a_camp_for_prisoners_of_war_is_none_from_the_camp_of_the_story(catalogue: Catalogue) -> None:
    film = "One Day in the Life of Ivan Denisovich (1970)"
    assert Status.SUPPORTED not in said(film, "Shukhov escapes from the camp at nightfall.", catalogue)["story"]
    assert Status.SUPPORTED in said(film, "Shukhov escapes from a German camp.", catalogue)["story"]
