"""True sentences about people and works that a hasty reader would call wrong: none is refuted.

The invented record names the whole cast (Max Oll, the lamplighter; Olga Marin, the widow), the writer (Karl Aas), the
composer, the camera, the editor and the language of *The Lamplighter*, and declares each complete: a misread name would be
refuted at once. All these sentences are true, or say nothing of this film.
"""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status
from verite.sources.record import Record

from . import invented
from .asked import ask
from .invented import compiled, declared
from .test_claims import entry

AWKWARD = [
    # other casts: offers, tests, understudies, other stages
    "Peter Voss was first offered the part of the lamplighter.",
    "Peter Voss turned down the role of the lamplighter.",
    "The part of the lamplighter was turned down by Peter Voss.",
    "Peter Voss was considered for the role.",
    "Peter Voss tested for the part of the widow.",
    "The role was written for Peter Voss.",
    "Peter Voss was originally cast as the lamplighter.",
    "Peter Voss was to play the lamplighter, but fell ill.",
    "Peter Voss almost played the lamplighter.",
    "Peter Voss would have played the lamplighter.",
    "Max Oll replaced Peter Voss as the lamplighter.",
    "Max Oll plays the lamplighter, not Peter Voss.",
    "Peter Voss understudied the part.",
    "On stage Peter Voss had played the lamplighter.",
    "In the stage version Anna Berg played the widow.",
    "In the remake the lamplighter is played by Peter Voss.",
    "In the Broadway production Anna Berg starred as the widow.",
    "Peter Voss played the lamplighter in the television version.",
    "Anna Berg starred in The Wick, the remake of 1950.",
    "It was remade as The Wick with Peter Voss and Anna Berg in the leading roles.",
    "The Beacon, its sequel, stars Peter Voss.",
    "Unlike The Keel, which starred Peter Voss, it has a happy ending.",
    "Peter Voss lent the lamplighter his voice in the German dubbing.",
    "In the French dubbed version the widow is voiced by Anna Berg.",
    "Peter Voss did the stunts for Max Oll.",
    "Max Oll, who had starred opposite Anna Berg in other films, plays the lead.",
    "Max Oll, the husband of Anna Berg, plays the lamplighter.",
    "Olga Marin, a daughter of the actor Peter Voss, plays the widow.",
    "Max Oll learned his trade from Peter Voss.",
    "Olga Marin had just starred in a play by Henrik Ibsen.",
    "Peter Voss visited the set.",
    "Peter Voss praised Olga Marin's performance.",
    "Nobody but Max Oll could play the lamplighter.",
    "Max Oll plays chess with Peter Voss between takes.",
    "The widow was modelled on Anna Berg.",
    "It was inspired by a performance of Anna Berg.",
    "Critics compared Max Oll to Peter Voss.",
    "Peter Voss introduced the film at its premiere.",
    "The film is dedicated to Anna Berg.",
    "No actor but Peter Voss had dared to refuse Nora Lind.",
    # direction
    "Peter Voss was the assistant director.",
    "Peter Voss directed the second unit.",
    "Peter Voss had wanted to direct it.",
    "The original was directed by Peter Voss.",
    "Nora Lind, not the director of the original, made it.",
    "It was remade by Peter Voss.",
    "The remake was directed by Peter Voss.",
    "Nora Lind took over from Peter Voss.",
    "The music video was directed by Peter Voss.",
    "A documentary about the shoot was directed by Peter Voss.",
    "It was directed by Nora Lind and starred Max Oll and Olga Marin.",
    "Directed by Nora Lind, the film stars Max Oll and Olga Marin.",
    "Directed by Nora Lind, the film features Max Oll, Olga Marin.",
    "It was thought up by Karl Aas, Otto Brandt and Nora Lind, who also directed it.",
    "It is a remake of Peter Voss's film.",
    "It was inspired by the director Peter Voss's earlier film.",
    "It is a remake of the comedy The Keel, directed by Peter Voss.",
    "Peter Voss was hired to direct it, but left.",
    "It was going to be directed by Peter Voss.",
    "It was first developed for the director Peter Voss.",
    "With Peter Voss as her assistant and Otto Brandt as producer, Nora Lind set to work.",
    "The Keel, written by Peter Voss, which starred Anna Berg, was the model.",
    "The comedy of the same title by Peter Voss is older.",
    "The novel The Lamplighter by Peter Voss has nothing to do with it.",
    "The song The Lamplighter was written by Peter Voss.",
    "It has nothing in common with Peter Voss's film of the same name.",
    "It was shown with a short film by Peter Voss.",
    "Nora Lind had learned from the films of Peter Voss.",
    "It won against a drama directed by Peter Voss.",
    "Peter Voss directed the opera of the same name.",
    "Peter Voss's films are darker.",
    "Max Oll's film opened in May.",
    "Nora Lind directed Max Oll and Anna Berg in her next film.",
    # writing: the novel's author, ideas, pseudonyms, treatments
    "It was written by Ida Moe.",
    "It is based on an idea by Peter Voss.",
    "The novel was written by Ida Moe.",
    "An early draft was written by Peter Voss.",
    "Ida Moe wrote the novel, Karl Aas the script.",
    "Ida Moe's book was turned into a script by Karl Aas.",
    "Karl Aas wrote it under the name of Peter Voss.",
    "A first script by Peter Voss was thrown away.",
    "The dialogue was polished by Peter Voss.",
    "Peter Voss wrote an essay on it.",
    "The review was written by Peter Voss.",
    "Peter Voss wrote that it was dull.",
    "Karl Aas wrote the script with the help of Peter Voss.",
    "It was directed by Nora Lind from a script that Karl Aas had finished with Peter Voss.",
    "A novel based on the screenplay was written by Peter Voss.",
    "The play of the same name was written by Peter Voss.",
    # music
    "For the release of 1960 it had new narration by Peter Voss.",
    "The closing song was written by Peter Voss.",
    "It uses music by Johann Sebastian Bach.",
    "The music of Edvard Grieg is heard throughout.",
    "Peter Voss conducted the music.",
    "For the new release Peter Voss composed a new score.",
    "Leo Strand was a pupil of the composer Peter Voss.",
    "The lyrics are by Peter Voss.",
    "The waltz by Johann Strauss is heard twice.",
    # crew
    "Peter Voss shot additional scenes.",
    "The stills were photographed by Peter Voss.",
    "It was produced by the studio of Peter Voss.",
    "Peter Voss was the executive producer.",
    "The sound was edited by Peter Voss.",
    "The lamplighter photographs Peter Voss.",
    "The newspaper in the film is edited by Peter Voss.",
    "The book was edited by Peter Voss.",
    "The costumes were designed by Peter Voss.",
    "The poster was designed by Peter Voss.",
    # languages
    "It was dubbed into French.",
    "It was released in French.",
    "The lamplighter learns a song in German.",
    "The novel was written in Danish.",
    "The widow speaks to him in Swedish.",
    "It was subtitled in English.",
    "A French-language version was shot at once.",
    "The first words, in Latin, are a prayer.",
    "The title means dusk in Danish.",
    "A Swedish critic called it dull.",
    "Nora Lind made films in French and German.",
    "It was shot in German-occupied Prague.",
    # remakes, sequels, careers
    "It is not a remake of The Pier.",
    "The 1950 film with the same title is not a remake of The Keel.",
    "The 1950 film was directed by Peter Voss.",
    "There is a remake of it, from 1950.",
    "A remake of the film appeared in 1950.",
    "The remake of 1950 is weaker.",
    "It has nothing to do with The Wick (1950), its remake.",
    "It is older than its sequel, The Beacon (1934).",
    "The Wick (1950) is a remake of it.",
    "The Beacon followed in 1934.",
    "The lamplighter is followed by a policeman.",
    "Max Oll made his debut at 60.",
    "The widow was 60 when she died.",
    "Nora Lind was 60 when she died.",
    "Nora Lind made her last film at the age of 60.",
    "Max Oll was 60 when Nora Lind made it.",
    "It was the last film of Peter Voss, who died on the set.",
    "Nora Lind was in her thirties.",
    "It is Otto Brandt's screenwriting debut.",
    "It was made sixty years before her death.",
]


@pytest.mark.parametrize("prose", AWKWARD)
def test_an_awkward_truth_is_not_refuted(prose: str, given: Catalogue) -> None:
    for label in ("Description", "Fact"):
        answer = ask(entry(prose, label), given)
        wrong = [v for v in answer.verdicts if v.status in (Status.REFUTED, Status.CONFLICTING)]
        assert not wrong, answer.told()


def status(prose: str, kind: str, catalogue: Catalogue) -> set[str]:
    return set(ask(entry(prose, "Fact"), catalogue).statuses(kind))


@pytest.mark.parametrize(
    ("prose", "kind"),
    [
        ("It is a remake of The Harbour (1948).", "remake"),
        ("It was remade in 1920.", "remake"),
        ("It is a sequel to The Shoal (1940).", "sequel"),
    ],
)
def test_what_would_be_older_than_its_source_is_refuted_by_the_years(prose: str, kind: str, given: Catalogue) -> None:
    assert status(prose, kind, given) == {"refuted"}


def test_one_family_name_is_not_one_person(given: Catalogue) -> None:
    assert status("It was directed by Otto Lind.", "director", given) == {"unverified"}  # a spelling, perhaps
    assert status("Ole Marin plays the lamplighter.", "cast", given) != {"supported"}
    assert status("The score was composed by Siri Strand.", "composer", given) == {"unverified"}
    assert status("It was directed by Lind.", "director", given) == {"supported"}


def test_a_debut_is_refuted_only_where_all_films_are_on_record(given_record: Record) -> None:
    prose = "It is Nora Lind's directorial debut."
    known = invented.without(given_record, invented.says("career"))
    older = invented.changed(known, invented.says("year", "the-lamplighter-1931"))
    assert status(prose, "career", compiled(older)) == {"unverified"}
    earlier = with_an_earlier_film(known)
    assert status(prose, "career", compiled(earlier)) == {"unverified"}
    assert status(prose, "career", compiled(declared(earlier, "nora-lind", "director"))) == {"refuted"}
    assert status(prose, "career", compiled(declared(known, "nora-lind", "director"))) == {"supported"}


def with_an_earlier_film(record: Record) -> Record:
    """The record with a feature that Nora Lind directed in 1928."""
    from dataclasses import replace

    id_ = "the-pilot-boat-1928"
    new = [
        said._replace(subject=id_, value=value)
        for said in record.statements
        if said.subject == "the-lamplighter-1931"
        for property_, value in (
            ("title", "The Pilot Boat"),
            ("year", 1928),
            ("form", "feature"),
            ("director", "nora-lind"),
        )
        if said.property == property_
    ]
    return replace(record, statements=[*record.statements, *new])


def test_a_part_that_another_actor_plays_is_refuted_without_a_complete_cast(given_record: Record) -> None:
    open_cast = compiled(invented.undeclared(given_record, "cast"))
    assert status("Olga Marin plays the lamplighter.", "cast", open_cast) == {"refuted"}
    assert status("Peter Voss plays the lamplighter.", "cast", open_cast) == {"unverified"}
    assert status("It stars Peter Voss.", "cast", open_cast) == {"unverified"}
    assert status("Max Oll plays Anders Vik and Olga Marin plays Berta Holm.", "cast", open_cast) == {"supported"}
