"""What a sentence denies, doubts, asks or only imagines is never refuted as if it said so.

*The Ascent* has no camp in it and won the Golden Bear, not the Palme d'Or: a reader who passes over a *neither*, an
*all but* or a *had it* would call each of these wrong. Nearly all are true; none says what it seems to say.
"""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask

SENTENCES = [
    ("Description", "None of the partisans is sent to a camp."),
    ("Description", "No one ends up in a camp."),
    ("Description", "Neither man ends up in a labor camp."),
    ("Description", "Few of them are sent to a camp."),
    ("Description", "Not one of them is sent to a camp."),
    ("Description", "Instead of being sent to a camp, Sotnikov is hanged."),
    ("Description", "Nobody is deported."),
    ("Description", "Without ever reaching a camp, both are condemned."),
    ("Description", "They are spared the camp."),
    ("Description", "There is no camp here."),
    ("Description", "They escape being sent to a camp."),
    ("Description", "Hardly anyone is sent to a camp."),
    ("Description", "Rather than a labor camp, a village jail awaits them."),
    ("Description", "Far from any camp, two partisans walk."),
    ("Description", "The partisans would sooner die than go to a camp."),
    ("Description", "Hardly a French film."),
    ("Description", "No French film comes close."),
    ("Fact", "It was directed by No Wave filmmaker Larisa Shepitko."),  # a name, and no denial
    ("Description", "This is anything but a German film."),
    ("Description", "Nothing like a Polish drama."),
    ("Fact", "Few had expected it to win the Golden Lion."),
    ("Fact", "It came nowhere near the Palme d'Or."),
    ("Fact", "It was not shot in Norway."),
    ("Fact", "It has nothing to do with Solzhenitsyn's novel."),
    ("Fact", "Far from winning the Oscar, it was never sent."),
    ("Fact", "Rarely has a film been so directed."),
    ("Fact", "It was neither directed by Klimov nor shot in Poland."),
    ("Fact", "Nobody who saw it thought it was filmed in France."),
    ("Fact", "It did not fail to win the Golden Bear."),
    ("Fact", "It barely escaped a ban."),
    ("Fact", "Shepitko refused to shoot in a studio."),
    ("Fact", "Critics wrongly say it was shot in Siberia."),
    ("Fact", "It missed the Palme d'Or."),
    ("Fact", "It is a myth that it won the Oscar."),
    ("Fact", "It never was directed by Tarkovsky."),
    ("Fact", "It all but won the Palme d'Or."),
    ("Fact", "Nobody but Shepitko directed it."),
    ("Fact", "It was spared a ban."),
    ("Fact", "Lack of money prevented it being shot in Finland."),
    ("Fact", "It is untrue that Sotnikov was released."),
    ("Fact", "Rybak wishes he had been shot."),
    ("Fact", "Rybak dreams of escaping."),
    ("Fact", "Rybak fails to hang himself."),
    ("Fact", "Sotnikov refuses to be released."),
    ("Fact", "It lost the Golden Lion."),
    ("Fact", "It won everything except the Palme d'Or."),
    ("Fact", "The Golden Palm eluded it."),
    ("Fact", "It would have won the Oscar."),
    ("Fact", "It should have won the Palme d'Or."),
    ("Fact", "It deserved the Palme d'Or."),
    ("Fact", "If it had won the Oscar, all would know it."),
    ("Fact", "It was denied the Oscar."),
    ("Fact", "It was passed over for the Palme d'Or."),
    ("Fact", "The Palme d'Or went elsewhere."),
    ("Fact", "The Palme d'Or slipped away."),
    ("Fact", "Had it won the Palme d'Or at Cannes, more would know it."),
    ("Fact", "Shepitko dreamed of winning the Palme d'Or."),
    ("Fact", "It came close to winning the Palme d'Or."),
    ("Fact", "If it had won the Palme d'Or, it would be famous."),
    ("Fact", "One wonders whether it won the Palme d'Or."),
    ("Fact", "Had it been shot in Siberia, nobody would have survived."),
    ("Fact", "Did it win the Palme d'Or?"),
    ("Fact", "Was it filmed in France?"),
    ("Fact", "Who says it won the Palme d'Or?"),
    ("Fact", "It won the Palme d'Or, some say."),
    ("Fact", "It won the Palme d'Or; this is wrong."),
    ("Fact", "Imagine it winning the Palme d'Or."),
    ("Fact", "Unless it won the Palme d'Or, it was a flop."),
    ("Fact", "Its rival won the Palme d'Or."),
    ("Fact", "The film that won the Palme d'Or that year was Padre padrone."),
    ("Fact", "Like Taxi Driver, which won the Palme d'Or, it is violent."),
    ("Fact", "The director who won the Palme d'Or praised it."),
    ("Fact", "It competed with films directed by Andrei Tarkovsky."),
    ("Fact", "Reminiscent of films directed by Andrei Tarkovsky."),
    ("Fact", "It is often compared with a film directed by Andrei Tarkovsky."),
    ("Fact", "It is not to be confused with the film of 1972 directed by Otto Preminger."),
    ("Fact", "A different Ascent was filmed in Switzerland."),
    ("Fact", "A remake was shot in France."),
    ("Fact", "Its trailer was shot in Norway."),
    ("Fact", "The DVD was released in France."),
    ("Fact", "Its premiere was in Germany."),
    ("Fact", "Shepitko had earlier won the Palme d'Or, or so people thought."),
    ("Fact", "The Palme d'Or jury ignored it."),
    ("Fact", "The sequel won the Palme d'Or."),
    ("Description", "Camps are absent."),
    ("Fact", "A French film of the story was impossible."),
    ("Fact", "Another film of the story came out in 2021. It was directed by Andrei Tarkovsky."),
    ("Fact", "The trailer was shown in Cannes. It was shot in France."),
]


@pytest.mark.parametrize(("label", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_a_sentence_that_does_not_say_so_is_not_refuted(label: str, sentence: str, catalogue: Catalogue) -> None:
    verdicts = ask(f"The Ascent (1977)\n{label}: {sentence}\n", catalogue).report.verdicts
    assert [v.message for v in verdicts if v.status is Status.REFUTED] == []


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Fact", "It won the Palme d'Or at Cannes."),
        ("Fact", "Not only did it move viewers: it won the Palme d'Or."),
        ("Fact", "The critics did not like it, but it won the Palme d'Or."),
        ("Description", "The two partisans are sent to a labor camp."),
    ],
)
def test_what_is_said_outright_is_refuted(label: str, sentence: str, catalogue: Catalogue) -> None:
    verdicts = ask(f"The Ascent (1977)\n{label}: {sentence}\n", catalogue).report.verdicts
    assert Status.REFUTED in [v.status for v in verdicts]


REPORTED = [
    "Critics say that it was directed by Elem Klimov.",
    "Its makers boasted that the film was directed by Elem Klimov.",
    "Some viewers believed it was filmed in Norway.",
    "Many fans insist it won the Palme d'Or.",
]


@pytest.mark.parametrize("prose", REPORTED)
def test_what_somebody_else_says_is_not_refuted_as_if_the_list_said_it(prose: str, catalogue: Catalogue) -> None:
    answer = ask(f"The Ascent (1977)\nFact: {prose}\n", catalogue)
    assert not [v for v in answer.verdicts if v.status is Status.REFUTED], answer.told()


@pytest.mark.parametrize(
    "said",
    [
        "Otto Brandt was meant to direct it.", "Otto Brandt was supposed to direct it.", "Otto Brandt was slated to direct it.",
        "Otto Brandt was attached to direct it.", "Otto Brandt agreed to direct it.", "Otto Brandt began to direct it.",
        "It was meant to be directed by Otto Brandt.", "Otto Brandt was originally set to direct.",
        "Not Otto Brandt but Nora Lind directed it.", "It beat a film directed by Otto Brandt.",
        "It wasn't Otto Brandt who directed it.", "Nor was it directed by Otto Brandt.",
        "It was directed by somebody other than Otto Brandt.",
    ],
)  # fmt: skip
def test_what_did_not_come_to_it_is_no_claim_that_it_did(said: str, given: Catalogue) -> None:
    answer = ask(f"The Lamplighter (1931)\nFact: {said}\n", given)
    assert "refuted" not in answer.statuses("director"), answer.told()


@pytest.mark.parametrize(
    "said",
    ["It wasn't Nora Lind who directed it.", "Nor was it directed by Nora Lind.", "The score is not by Leo Strand."],
)
def test_a_denial_that_is_not_read_supports_nothing(said: str, given: Catalogue) -> None:
    answer = ask(f"The Lamplighter (1931)\nFact: {said}\n", given)
    assert {*answer.statuses("director"), *answer.statuses("composer")} <= {"unverified"}, answer.told()


DENIED = [
    "The person who directed it is not Nora Lind.",
    "Behind the camera was not Nora Lind.",
    "It is not a film by Nora Lind.",
    "Nora Lind is not the director.",
    "The man in the director's chair was not Nora Lind.",
    "The film is not the work of Nora Lind.",
    "This is not Nora Lind's film.",
    "The one who directed the film was not Nora Lind.",
    "The film was not made by director Nora Lind.",
    "The filmmaker is not Nora Lind.",
    "At the helm was not Nora Lind.",
    "The direction is not by Nora Lind.",
    "The film, which was not directed by Nora Lind, is long.",
    "It was not Nora Lind who directed the film.",
    "Nora Lind, who is not the director, made it known.",
    "The director was not Nora Lind, but another.",
    "Its maker is not Nora Lind.",
    "In charge of direction was not Nora Lind.",
    "The credit for direction is not Nora Lind's.",
    "The picture is not one of Nora Lind's.",
    "Nora Lind was not its director.",
    "The film is not Nora Lind's.",
    "What was not seen is how Nora Lind directed it.",
    "The director's name is not Nora Lind.",
    "The director credited is not Nora Lind.",
    "A drama that was not directed by Nora Lind.",
    "Nora Lind was not behind the camera.",
    "This drama is not from director Nora Lind.",
    "The direction was not Nora Lind's.",
    "Responsible for the direction was not Nora Lind.",
    "The film was not shot under the direction of Nora Lind.",
    "It is not to Nora Lind that we owe the film.",
    "The film was not brought to the screen by Nora Lind.",
    "The film is not by Nora Lind.",
]


@pytest.mark.parametrize("said", DENIED)
def test_a_director_who_is_denied_is_not_supported(said: str, given: Catalogue) -> None:
    answer = ask(f"The Lamplighter (1931)\nFact: {said}\n", given)
    assert "supported" not in answer.statuses("director"), answer.told()
