"""Famous falsehoods: told straight they are refuted with what is so; told as what they are, they are let be."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask

TOLD = [
    (
        "...And Justice for All (1979)",
        "Pacino's line “I'm out of order? This whole court is out of order!” is much quoted.",
    ),
    ("A Clockwork Orange (1971)", "It was banned in Britain for decades."),
    ("A Clockwork Orange (1971)", "The British government banned it in 1973."),
    ("The Empire Strikes Back (1980)", "Darth Vader utters the line “Luke, I am your father”."),
    ("Frankenstein (1931)", "The hunchbacked assistant Igor steals the wrong brain."),
    ("Gone with the Wind (1939)", "Selznick was fined 5,000 dollars for the word damn in the last line."),
    ("Jaws (1975)", "Roy Scheider says the line “We're gonna need a bigger boat”."),
    ("The Jazz Singer (1927)", "It was the first sound film ever made."),
    ("The Silence of the Lambs (1991)", "Lecter greets her with the words “Hello, Clarice”."),
    ("Snow White and the Seven Dwarfs (1937)", "It was the first animated feature in the history of cinema."),
    (
        "Snow White and the Seven Dwarfs (1937)",
        "The queen asks: “Mirror, mirror on the wall”, the most famous line of all.",
    ),
    ("The Sound of Music (1965)", "In it Captain von Trapp sings Edelweiss, the Austrian national anthem."),
    ("The Sound of Music (1965)", "The real von Trapp family hiked over the Alps to Switzerland."),
    ("Ben-Hur (1959)", "A stuntman was killed during the chariot race and his death stayed in the film."),
    ("Casablanca (1942)", "Ronald Reagan was originally cast in the leading role."),
    ("Casablanca (1942)", "Bogart says the famous line “Play it again, Sam” to the pianist."),
    ("The Dark Knight (2008)", "Heath Ledger improvised his reaction when the hospital explosion came late."),
    ("Django Unchained (2012)", "DiCaprio smeared his own blood on Kerry Washington's face."),
    ("Goldfinger (1964)", "The actress who was painted gold died of it during filming."),
    ("King Kong (1933)", "In many shots the ape is a man in a gorilla suit."),
    ("King Kong vs. Godzilla (1962)", "In the Japanese version Godzilla wins."),
    ("The Lion King (1994)", "The word sex appears in a cloud of dust."),
    ("My Cousin Vinny (1992)", "Marisa Tomei got her Oscar by mistake, since Palance misread the card."),
    ("Psycho (1960)", "It was Saul Bass who directed the shower scene."),
    ("Rosemary's Baby (1968)", "The Satanist Anton LaVey played the devil."),
    ("Singin' in the Rain (1952)", "Milk was added to the water so that the rain would show up."),
    ("Three Men and a Baby (1987)", "The ghost of a boy can be seen at a window."),
    ("The Wizard of Oz (1939)", "A munchkin hangs from a tree in the background of one scene."),
]

LEFT = [
    (
        "...And Justice for All (1979)",
        "Pacino shouts that the whole trial is out of order, and the line is much quoted.",
    ),
    ("A Clockwork Orange (1971)", "Kubrick withdrew it in Britain, where it was never banned."),
    ("A Clockwork Orange (1971)", "Several British councils banned the film in their towns."),
    ("A Clockwork Orange (1971)", "It was banned in Ireland, and not shown in Britain for years."),
    ("The Empire Strikes Back (1980)", "Darth Vader tells him: “No, I am your father.”"),
    ("The Empire Strikes Back (1980)", "Vader tells Luke that he is his father."),
    ("The Empire Strikes Back (1980)", "The line is often misquoted as “Luke, I am your father”."),
    ("Frankenstein (1931)", "His hunchbacked assistant is called Fritz, not Igor."),
    ("Frankenstein (1931)", "Lugosi played Ygor, the assistant of a later film."),
    ("Gone with the Wind (1939)", "Selznick fought the censors for the word damn in the last line."),
    ("Jaws (1975)", "“You're gonna need a bigger boat” is the line that Roy Scheider says."),
    ("The Jazz Singer (1927)", "It was the first feature film with spoken dialogue."),
    ("The Jazz Singer (1927)", "It is often called the first sound film in history."),
    ("The Jazz Singer (1927)", "It was Warner's first great success with a sound film."),
    ("The Silence of the Lambs (1991)", "He greets her with “Good evening, Clarice”."),
    ("The Silence of the Lambs (1991)", "Hannibal Lecter greets Clarice from his cell."),
    ("Snow White and the Seven Dwarfs (1937)", "It was Disney's first animated feature."),
    ("Snow White and the Seven Dwarfs (1937)", "It was the first full-length cel-animated feature film in history."),
    ("Snow White and the Seven Dwarfs (1937)", "The queen asks the magic mirror on the wall who is the fairest."),
    (
        "The Sound of Music (1965)",
        "Edelweiss, which sounds like an old Austrian folk song, was written by Rodgers and Hammerstein.",
    ),
    ("The Sound of Music (1965)", "In the film the family escapes over the mountains to Switzerland."),
    ("The Sound of Music (1965)", "The real family left by train."),
    ("Ben-Hur (1959)", "The chariot race took five weeks and many stuntmen."),
    ("Ben-Hur (1959)", "In the silent version of 1925 a stuntman was killed in the chariot race."),
    ("Ben-Hur (1925)", "A stuntman was killed during the chariot race."),
    ("Ben-Hur (1959)", "It is a myth that a stuntman was killed in the chariot race."),
    ("Ben-Hur (1959)", "Nobody was killed in the chariot race, whatever is said of a stuntman."),
    ("Casablanca (1942)", "A press release named Ronald Reagan for the lead, for publicity."),
    ("Casablanca (1942)", "Nobody says “Play it again, Sam” in it."),
    ("Casablanca (1942)", "Woody Allen's Play It Again, Sam takes its title from a line that is not in it."),
    ("The Dark Knight (2008)", "The Joker blows up a hospital."),
    ("The Dark Knight (2008)", "The Joker's walk from the hospital was rehearsed for weeks, explosion and all."),
    ("Goldfinger (1964)", "Jill Masterson dies, painted gold."),
    ("Goldfinger (1964)", "The character dies after the villain paints her gold, which took hours of filming."),
    ("Goldfinger (1964)", "The actress was covered in gold paint."),
    ("King Kong (1976)", "The ape is a man in a gorilla suit."),
    ("King Kong (1933)", "Unlike the remake, it used no man in a gorilla suit."),
    ("King Kong vs. Godzilla (1962)", "In both versions the fight ends the same."),
    ("King Kong vs. Godzilla (1962)", "The Japanese version of King Kong vs. Godzilla has more jokes, and Kong wins."),
    ("The Lion King (1994)", "Dust rises in the stampede."),
    ("My Cousin Vinny (1992)", "Marisa Tomei won the Oscar."),
    ("Psycho (1960)", "Saul Bass drew the storyboards of the shower scene, which Hitchcock directed."),
    ("Psycho (1960)", "Did Saul Bass direct the shower scene?"),
    ("Rosemary's Baby (1968)", "Anton LaVey claimed that he had played the devil."),
    ("Three Men and a Baby (1987)", "The ghost of a boy at the window is a cardboard cutout."),
    ("The Wizard of Oz (1939)", "A large bird moves among the trees behind the munchkins."),
    ("The Way Back (2010)", "It is based on the book in which Rawicz says that he escaped and walked to India."),
    ("The Texas Chain Saw Massacre (1974)", "Set in Texas, it was inspired by the true story of Ed Gein of Wisconsin."),
    (
        "Cannibal Holocaust (1980)",
        "The director was charged with murder because people believed that the actors were really killed.",
    ),
    ("2001: A Space Odyssey (1968)", "HAL is one letter before IBM, a coincidence by Clarke's word."),
]


@pytest.mark.parametrize(("heading", "prose"), TOLD)
def test_a_falsehood_told_straight_is_refuted_with_what_is_so(heading: str, prose: str, catalogue: Catalogue) -> None:
    answer = ask(f"{heading}\nFact: {prose}\n", catalogue)
    assert answer.statuses("falsehood") == ["refuted"], answer.told()
    (verdict,) = answer.of("falsehood")
    assert verdict.code == "S501"
    assert verdict.evidence[0].statement.sources
    assert str(verdict.evidence[0].statement.value) in verdict.message


@pytest.mark.parametrize(("heading", "prose"), LEFT)
def test_what_only_sounds_like_it_is_let_be(heading: str, prose: str, catalogue: Catalogue) -> None:
    wrong = [v for v in ask(f"{heading}\nFact: {prose}\n", catalogue).of("falsehood") if v.status is Status.REFUTED]
    assert wrong == [], prose


def test_what_one_weak_page_denies_is_not_refuted(catalogue: Catalogue) -> None:
    """Nor is what is reported, and what is hedged."""
    prose = "The hospital scene was reportedly improvised by Heath Ledger when the explosion failed."
    answer = ask(f"The Dark Knight (2008)\nFact: {prose}\n", catalogue)
    assert "refuted" not in answer.statuses("falsehood")
