"""What others did for another film, another version or another purpose is never refuted as if it were said of this one.

Each sentence can be true of a film whose makers are others: of its trailer, its songs, an early draft, a restoration, the
film shown beside it. Written when makers on whom two sources agree came to exclude other names.
"""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask

FILMS = ("Katyn (2007)", "Mr. Jones (2019)", "The Ascent (1977)")
SENTENCES = [
    "Hans Zimmer composed the songs.",
    "The main theme was composed by Hans Zimmer.",
    "Additional music was composed by Hans Zimmer.",
    "Hans Zimmer conducted the score.",
    "The score was performed by Hans Zimmer.",
    "The score was recorded by Hans Zimmer in Moscow.",
    "Hans Zimmer wrote new music for the restored version.",
    "For the American release Hans Zimmer composed another score.",
    "The music of Hans Zimmer was considered.",
    "Hans Zimmer was to compose the score.",
    "The score quotes Hans Zimmer.",
    "Music by Hans Zimmer is heard on the radio in one scene.",
    "Its score has been compared with those of Hans Zimmer.",
    "Hans Zimmer's music would have suited it.",
    "A student of Hans Zimmer composed the score.",
    "Composed by a pupil of Hans Zimmer, the score is sparse.",
    "The score was orchestrated by Hans Zimmer.",
    "Roger Deakins photographed the opening.",
    "The second unit was photographed by Roger Deakins.",
    "Additional photography was by Roger Deakins.",
    "Roger Deakins called its photography the best of the year.",
    "The poster was photographed by Roger Deakins.",
    "Roger Deakins restored it.",
    "The stills were photographed by Roger Deakins.",
    "Its cinematographer had learned from Roger Deakins.",
    "The photography recalls Roger Deakins.",
    "The cinematographer was a pupil of Roger Deakins.",
    "Aaron Sorkin wrote an early draft of the script.",
    "The script was rewritten by Aaron Sorkin.",
    "Aaron Sorkin wrote the English dialogue.",
    "Aaron Sorkin wrote a book about it.",
    "Aaron Sorkin wrote the play that followed.",
    "The first script was written by Aaron Sorkin.",
    "A script by Aaron Sorkin was rejected.",
    "Aaron Sorkin wrote the introduction to the published screenplay.",
    "The screenplay was praised by Aaron Sorkin.",
    "The screenplay was read by Aaron Sorkin.",
    "The screenplay was translated by Aaron Sorkin.",
    "It was written about by Aaron Sorkin.",
    "The subtitles were written by Aaron Sorkin.",
    "The narration was written by Aaron Sorkin.",
    "The screenplay was published by Aaron Sorkin.",
    "The review was written by Aaron Sorkin.",
    "The foreword is by Aaron Sorkin.",
    "Thelma Schoonmaker edited the trailer.",
    "The American version was edited by Thelma Schoonmaker.",
    "It was edited for television by Thelma Schoonmaker.",
    "Restored and re-edited by Thelma Schoonmaker, it was shown again.",
    "Thelma Schoonmaker edited a book on it.",
    "Zhang Yimou's epic of the same year was better.",
    "Zhang Yimou's film won that year.",
    "Zhang Yimou's drama competed against it.",
    "Zhang Yimou's early films influenced it.",
    "Yasujiro Ozu's films were its model.",
    "Yasujiro Ozu's drama Tokyo Story inspired it.",
    "Yasujiro Ozu's last film is often compared with it.",
    "Yasujiro Ozu's comedy, shown beside it, is lighter.",
    "Yasujiro Ozu's picture opened the festival.",
    "Elem Klimov's war film Come and See followed.",
    "Elem Klimov's drama would follow eight years later.",
    "The film is a co-production of ideas from France.",
    "Money from France never came.",
    "Norway nominated another film.",
    "It won over audiences in Poland.",
    "The script is half poem.",
    "At 90 minutes, the projector broke in Cannes.",
    "At 45 minutes it changes colour.",
    "French critics loved it.",
    "An Italian cut is shorter.",
    "A French print survives.",
    "A co-production with Spain was planned.",
    "A co-production of Spain and Italy followed.",
    "The director's cut was released by Ridley Scott's company.",
    "Its Italian distributor paid for the dubbing.",
    "The score borrows from Bach.",
    "The photography recalls that of Vittorio Storaro.",
    "The camera of Vittorio Storaro would have loved it.",
    "Vittorio Storaro photographed a later film of the same name.",
    "The editing of memory is its theme.",
    "It was edited out of the festival by Cannes.",
    "The script had been written by then.",
    "The novel was written by Boris Pasternak, who never saw it.",
    "It is sometimes shown with a score by Philip Glass.",
    "A new score by Philip Glass was performed in 2012.",
    "Philip Glass's score for another film is used.",
    "It was photographed by many.",
    "A Swedish-Norwegian production of the play followed.",
    "The film's music was later arranged by Gidon Kremer.",
    "The film was produced again by Otto Preminger.",
    "The Polish version is longer.",
    "The American remake was directed by Steven Spielberg.",
    "A documentary on it was photographed by Roger Deakins.",
    "Steven Spielberg's production company bought it.",
    "Steven Spielberg's comments are on the disc.",
    "Wim Wenders's documentary follows its crew.",
    "Wim Wenders's film essay shows how it was made.",
    "Werner Herzog's film follows three of its extras.",
    "Andrei Tarkovsky's drama opens the same series.",
    "The Oscar went to someone else.",
    "The Golden Bear went to somebody else, though.",
    "Others won the Oscars.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_others_did_elsewhere_is_not_refuted(sentence: str, catalogue: Catalogue) -> None:
    for film in FILMS:
        answer = ask(f"{film}\nFact: {sentence}\n", catalogue)
        assert not [v for v in answer.verdicts if v.status is Status.REFUTED], answer.told()


@pytest.mark.parametrize(
    ("film", "sentence"),
    [
        ("Katyn (2007)", "Ennio Morricone composed the score."),
        ("Katyn (2007)", "It was photographed by Roger Deakins."),
        ("Mr. Jones (2019)", "The screenplay is by Aaron Sorkin."),
        ("The Inner Circle (1991)", "Directed by Andrei Tarkovsky, it runs long."),
    ],
)
def test_another_maker_of_the_film_itself_is_refuted(film: str, sentence: str, catalogue: Catalogue) -> None:
    answer = ask(f"{film}\nFact: {sentence}\n", catalogue)
    assert Status.REFUTED in [v.status for v in answer.verdicts], answer.told()
