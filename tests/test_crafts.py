"""Music, photography and a maker's first or last film in the words of lists: held against what enough sources say, and not where
it may be another score, another's photography, or one film of a kind."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask


def statuses(film: str, sentence: str, kind: str, catalogue: Catalogue) -> list[Status]:
    verdicts = ask(f"{film}\nFact: {sentence}\n", catalogue).verdicts
    return [v.status for v in verdicts if v.claim.kind == kind and v.claim.value]


@pytest.mark.parametrize(
    ("film", "sentence", "kind"),
    [
        ("The Tin Drum (1979)", "A drama with a haunting score by Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "David Bennent plays the boy, supported by a score from Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "It has a score by Georges Delerue.", "composer"),
        ("Ivan's Childhood (1962)", "The photography was entrusted to Raoul Coutard.", "crew"),
        ("Jaws (1975)", "Steven Spielberg's last film; a shark.", "career"),
        ("Jaws (1975)", "Steven Spielberg filmed Peter Benchley's novel, and it was his very last film.", "career"),
    ],
)
def test_what_others_made_is_refuted(film: str, sentence: str, kind: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED in statuses(film, sentence, kind, catalogue)


@pytest.mark.parametrize(
    ("film", "sentence", "kind"),
    [
        ("The Tin Drum (1979)", "It was shown with a score by Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "It came back in a restored version with a score by Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "Volker Schlöndorff rejected a score by Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "The boy dances to a score by Georges Delerue.", "composer"),
        ("The Tin Drum (1979)", "With a score by Georges Delerue in mind, he went on.", "composer"),
        ("The Tin Drum (1979)", "A drama with music by Georges Delerue.", "composer"),  # older music, perhaps
        ("Battleship Potemkin (1925)", "With a score by Georges Delerue.", "composer"),  # a silent film has many
        ("The 400 Blows (1959)", "James Wong Howe's photography inspired its cameraman.", "crew"),
        ("The 400 Blows (1959)", "The photographer, L. B. Jefferies, looks out.", "crew"),
        ("The Tin Drum (1979)", "Steven Spielberg's last film.", "career"),  # he has nothing to do with it
        ("Jaws (1975)", "Steven Spielberg's last film about a shark.", "career"),
        ("Jaws (1975)", "Steven Spielberg's last film shot at sea.", "career"),
        ("Jaws (1975)", "Steven Spielberg's last film: or so he thought.", "career"),
        ("Jaws (1975)", "Steven Spielberg filmed it. Robert Shaw sang. It was his last film.", "career"),
        ("Jaws (1975)", "Steven Spielberg met John Williams. It was his last film.", "career"),
    ],
)
def test_what_may_be_so_all_the_same_is_not(film: str, sentence: str, kind: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED not in statuses(film, sentence, kind, catalogue)
