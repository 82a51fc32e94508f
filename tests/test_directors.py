"""Who is said to direct, in the words of lists: whose film it is, who shot it, the one who made it, a name in a column. Only of those who
direct by trade, and not of what they loved, saw or planned."""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask

FILM = "The Chekist (1992)"  # directed by Aleksandr Rogozhkin


def directors(sentence: str, catalogue: Catalogue) -> dict[str, str]:
    verdicts = ask(f"{FILM}\nFact: {sentence}\n", catalogue).verdicts
    return {str(v.claim.value): v.status.value for v in verdicts if v.claim.kind == "director" and v.claim.value}


@pytest.mark.parametrize(
    "sentence",
    [
        "Stanley Kubrick's, hence American.",
        "Stanley Kubrick's late masterwork, made by a man whose father was among them.",
        "Stanley Kubrick's first great success abroad.",
        "Stanley Kubrick's tale of an executioner.",
        "Stanley Kubrick shot it in an old cellar.",
        "Stanley Kubrick is the man who made it.",
        "Stanley Kubrick is the one who directed it.",
        "Stanley Kubrick shared the direction.",
        "Stanley Kubrick delivers a bleak epic.",
        '"It is a cellar." Stanley Kubrick\'s drama about an executioner is still admired.',
        "The director? Stanley Kubrick.",
        "Stanley Kubrick directs an ensemble cast.",
        "Stanley Kubrick directs Igor Sergeyev and Aleksei Poluyan.",  # who are in it
        "Aleksandr Rogozhkin. A cellar. Stanley Kubrick directed it himself.",
    ],
)
def test_another_director_is_refuted(sentence: str, catalogue: Catalogue) -> None:
    assert directors(sentence, catalogue).get("Stanley Kubrick") == Status.REFUTED.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Stanley Kubrick's favourite film.",
        "Stanley Kubrick's favourite masterpiece.",
        "Stanley Kubrick's planned epic.",
        "Stanley Kubrick's masterpiece Spartacus was its model.",
        "Stanley Kubrick's tale of a hangman was shown beside it.",
        "Stanley Kubrick's success?",
        "Stanley Kubrick's wife saw it.",
        "Stanley Kubrick is the man who saw it first.",
        "Stanley Kubrick is not the man who made it.",
        "Stanley Kubrick shot a film of his own.",
        "Stanley Kubrick shared the prize.",
        "Stanley Kubrick directs Igor Sergeyev in Lolita.",
        "Stanley Kubrick directed Igor Sergeyev.",  # some day
        "Stanley Kubrick directs traffic.",
        "Shot by Stanley Kubrick's cameraman.",
        "The film was made by Warner Bros. in two months.",
        "The film was made by 20th Century Fox.",
        "Mikhail Bulgakov's, in part.",  # no director by trade: a source, perhaps
        "Vladimir Zazubrin's tale of an executioner.",
        "Igor Sergeyev's great success.",  # who plays in it
    ],
)
def test_what_a_director_has_to_do_with_it_otherwise_is_not(sentence: str, catalogue: Catalogue) -> None:
    assert Status.REFUTED.value not in directors(sentence, catalogue).values()


def test_who_directed_stands_beside_who_did_not(catalogue: Catalogue) -> None:
    told = directors("Aleksandr Rogozhkin. A cellar. Stanley Kubrick directed it himself.", catalogue)
    assert told == {"Aleksandr Rogozhkin": "supported", "Stanley Kubrick": "refuted"}


TABLES = (
    "| Film | Director | Notes |\n|---|---|---|\n| The Chekist (1992) | Stanley Kubrick | A cellar. |\n"
    "| Katyn (2007) | Andrzej Wajda | A forest. |\n| Mirror (1975) | A Russian | A house. |\n",
    "Title,Year,Director,Notes\nThe Chekist,1992,Stanley Kubrick,A cellar.\nKatyn,2007,Andrzej Wajda,A forest.\nMirror,1975,A Russian,A house.\n",
)


@pytest.mark.parametrize("table", TABLES)
def test_a_column_of_directors_is_held_against_the_record(table: str, catalogue: Catalogue) -> None:
    answer = ask(table, catalogue)
    told = [
        (v.entry, answer.quote(v), v.status.value)
        for v in answer.verdicts
        if v.claim.kind == "director" and v.claim.value
    ]
    assert told == [(1, "Stanley Kubrick", "refuted"), (2, "Andrzej Wajda", "supported")]


def test_who_stands_behind_a_title_with_by_is_its_director_and_a_bare_name_may_have_chosen_it(
    catalogue: Catalogue,
) -> None:
    with_by = ask("1. The Chekist by Stanley Kubrick (1992)\n2. Katyn by Andrzej Wajda (2007)\n", catalogue)
    assert with_by.statuses("director") == ["refuted", "supported"]
    chosen = ask("1. The Chekist (1992) – Stanley Kubrick\n2. Katyn (2007) – Stanley Kubrick\n", catalogue)
    assert "refuted" not in chosen.statuses("director")


def test_a_question_and_its_answer_are_one(catalogue: Catalogue) -> None:
    answer = ask(f"{FILM}\nFact: Music? Nino Rota. The camera? Valeri Myulgaut.\n", catalogue)
    assert answer.statuses("composer") == ["refuted"]
    assert answer.statuses("crew") == ["supported"]
