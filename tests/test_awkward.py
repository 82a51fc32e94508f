"""True but awkward: sentences on prizes, numbers, places and history that must never be refuted.

Each can be so, given what the record holds: another year of the same prize, another film's or person's prize, another
section's jury, another version's length, another country's takings, another city's premiere. Each list was written before
any of it was tried. The record of the invented film (`claims/given.toml`, `tests/invented.py`): released in Norway on 3 May 1931,
96 minutes, black and white, silent; won the Silver Lamp of the 4th Harbour Festival in 1931 and two of three Lanterns in 1932.
"""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask
from .invented import HEADING

INVENTED = [
    # years of the film, of the ceremony, of the edition
    "It won the Lantern for best director of 1931.",
    "It won the Lantern for best director in 1932.",
    "At the fourth Lantern Awards it won the prize for best director.",
    "It won the Silver Lamp in 1931, at the fourth Harbour Festival.",
    "The Silver Lamp of 1931 went to it.",
    "In 1932 it was up for the Lantern for best film.",
    # shared prizes, other juries, other sections, prizes that no table holds
    "It shared the Silver Lamp with a film from Denmark.",
    "It won the Silver Lamp at the 1931 Harbour Festival and a Lantern.",
    "It took the Silver Lamp at the Harbour Festival in 1931, plus a Lantern, and made Otto Brandt famous.",
    "The critics' jury of the Harbour Festival gave it a prize of its own in 1931.",
    "The children's jury at the Harbour Festival gave it their prize.",
    "It won the audience award in Bergen.",
    "It won a prize of the Harbour town council.",
    "It was shown out of competition at the Harbour Festival in 1932.",
    "It was in the running for the Golden Lamp.",
    "It was shortlisted for the Lantern for best actor.",
    "It was Norway's candidate for the Lantern for best actor.",
    "It competed for the Golden Lamp in 1931.",
    # prizes of people, of other films, of a life's work
    "Nora Lind won the Golden Lamp in 1935 for another film.",
    "Nora Lind, who won the Golden Lamp four years later, was unknown then.",
    "Otto Brandt, a Lantern winner for best actor in 1936, was at the premiere.",
    "Nora Lind received an honorary Lantern for her life's work in 1958.",
    "Its director later won the Golden Lamp for The Ferry.",
    "The novel won the Golden Lamp of the booksellers.",
    "Its composer won the Lantern.",
    "Another film won the Golden Lamp that year.",
    "The Golden Lamp went to The Keel of 1931.",
    "It lost the Golden Lamp to The Keel of 1931.",
    "It lost the Lantern for best film to The Anchor of 1931.",
    "The film that won the Golden Lamp was better.",
    "It should have won the Golden Lamp.",
    "Critics thought that it would win the Golden Lamp.",
    "It never won the Golden Lamp.",
    "It won neither the Golden Lamp nor the Lantern for best film.",
    "It won everything but the Golden Lamp.",
    "It was expected to win the Golden Lamp, and it did not.",
    # counts
    "It won two Lanterns.",
    "It was nominated for three Lanterns and won two.",
    "It won two of the three Lanterns it was up for.",
    "It won more than one Lantern.",
    "It won at least two Lanterns.",
    "It won several prizes at the Harbour Festival.",
    "It won five prizes at festivals abroad.",
    "It won two Lanterns, among them best director.",
    "Nora Lind won three Lanterns in her career.",
    "The trilogy won seven Lanterns.",
    # first, only, last
    "It was the first film by a woman to win the Silver Lamp.",
    "It was one of the first films to win the Silver Lamp.",
    "It was the first Norwegian film to win the Silver Lamp since 1928.",
    "It was the only silent film to win the Silver Lamp that year.",
    "It was not the first film to win the Silver Lamp.",
    "It was the first film of hers to win the Silver Lamp.",
    "It is the last silent film of the country.",
    "The first film to win the Silver Lamp had come from Denmark.",
    "For the first time it won the Silver Lamp for Norway.",
    # how long, which version
    "It runs just over an hour and a half.",
    "It runs nearly two hours in the version shown abroad.",
    "The restored version is 118 minutes long.",
    "The television version, in three parts, runs 210 minutes.",
    "A cut of 62 minutes was sold to France.",
    "At 24 frames a second it lasts 80 minutes.",
    "It was cut by 20 minutes for France.",
    "The first 40 minutes of the film are set in a lighthouse.",
    "It opens with a ten-minute shot of the pier.",
    "It tells of three hours in the life of a lamplighter.",
    "An hour-long talk followed the film.",
    # colour and sound
    "It was shot in black and white, with one scene in colour.",
    "Its prints were tinted in colour.",
    "A version in colour was made in 1970.",
    "It was shot in black and white and later coloured by computer.",
    "A sound version was released in 1933.",
    # money
    "It cost about four million dollars.",
    "It cost 20 million kroner.",
    "It grossed $400,000 in its first week.",
    "It grossed $2 million in France.",
    "With its re-release it grossed $45 million.",
    "In today's money it cost $60 million.",
    "It grossed over $10 million.",
    "Her next film was made on a budget of $40 million.",
    "The remake cost $90 million.",
    # first shown, released, broadcast
    "It was re-released in 1958.",
    "It was first shown in France in 1934.",
    "It was broadcast in 1961.",
    "It was released on DVD in 2004.",
    "It premiered in London in 1933.",
    "A restored print premiered in Bologna in 2011.",
    "It was shown at the Harbour Festival in 1931.",
    "The novel was released in 1902.",
    "The play had premiered in 1899.",
    "It opened in Oslo on 3 May 1931.",
    # set and shot where and when
    "It is set in Bergen.",
    "It is set on the Norwegian coast.",
    "The prologue is set in France.",
    "It was shot in a studio in Bergen.",
    "It is set in motion by a letter from France.",
    "It is set against the strikes of 1911.",
    # the list against itself
    "This 1931 drama had been planned since 1925.",
    "The 1952 remake was less liked.",
    "A 1925 film of the same novel is lost.",
]  # fmt: skip

REAL = [
    ("Burnt by the Sun (1994)", "It won the Academy Award for Best Foreign Language Film of 1994."),
    ("Burnt by the Sun (1994)", "It won the Oscar for best foreign-language film in 1995."),
    ("Burnt by the Sun (1994)", "At Cannes it shared the Grand Prix with To Live."),
    ("Burnt by the Sun (1994)", "Its director had won the Golden Lion in 1991 for Urga."),
    ("Burnt by the Sun (1994)", "The sequel of 2010 competed for the Palme d'Or."),
    ("Burnt by the Sun (1994)", "It was the first Russian film to win the Oscar for best foreign-language film since 1981."),
    ("The Ascent (1977)", "It won the main prize at the 27th Berlinale."),
    ("The Ascent (1977)", "The critics' jury, the Catholic jury and the Protestant jury in Berlin gave it their prizes as well."),
    ("The Ascent (1977)", "It won four prizes in Berlin."),
    ("The Ascent (1977)", "It was finished in 1976 and won the Golden Bear a year later."),
    ("The Ascent (1977)", "Shepitko sat on the Berlin jury in 1978."),
    ("The Ascent (1977)", "Sent to the Oscars by the Soviet Union, it was not nominated."),
    ("The Ascent (1977)", "It runs nearly two hours."),
    ("The Ascent (1977)", "It was first shown in the United States in 1979."),
    ("Repentance (1987)", "Made in 1984, it was released in 1987."),
    ("Repentance (1987)", "It won the second prize at Cannes, the Special Jury Prize, in 1987."),
    ("Repentance (1987)", "The director received the Lenin Prize in 1988 for his trilogy."),
    ("Repentance (1987)", "It was first shown in Tbilisi in 1986."),
    ("Repentance (1987)", "It was made for Georgian television."),
    ("Interrogation (1989)", "Shot in 1982, it won the prize for best actress at Cannes in 1990."),
    ("Interrogation (1982)", "Krystyna Janda was named best actress at Cannes in 1990 for her part."),
    ("Interrogation (1989)", "It competed for the Palme d'Or eight years after it was made."),
    ("One Day in the Life of Ivan Denisovich (1970)", "Shukhov was accused of spying."),
    ("One Day in the Life of Ivan Denisovich (1970)", "Shukhov, accused of spying, is sentenced to ten years."),
    ("The Edge (2010)", "Elsa is freed by Ignat."),
    ("Ordered to Forget (2014)", "It was not released in Russia."),  # and shown at the festival of Moscow
    ("Hotel Lux (2011)", "Siegfried Meyer is caught in the German underground and sent to a camp."),
    ("Katyn (2007)", "It was up for the Academy Award for Best Foreign Language Film, which went to The Counterfeiters."),
    ("Katyn (2007)", "It was shown out of competition in Berlin in 2008."),
    ("Katyn (2007)", "Wajda had won the Palme d'Or in 1981 and an honorary Oscar in 2000."),
    ("Khrustalyov, My Car! (1998)", "It was shown in competition at Cannes and won nothing there."),
    ("The Way Back (2010)", "It was nominated for one Academy Award, for make-up."),
    ("The Inner Circle (1991)", "It was in competition in Berlin in 1992, where Grand Canyon won the Golden Bear."),
]  # fmt: skip


# Written when the list above had been mended (7 of its sentences were refuted at first; of these 9).
MORE = [
    "The Golden Lamp eluded it.",
    "It narrowly missed the Golden Lamp.",
    "It walked off with the Silver Lamp while the Golden Lamp went elsewhere.",
    "Nora Lind had already won the Lantern for best film with The Ferry.",
    "It won Nora Lind the Lantern for best director.",
    "Its star won the Lantern for best actor a year later.",
    "Its leading man, Otto Brandt, went on to win the Lantern for best actor.",
    "Otto Brandt (winner of the Golden Lamp, 1940) plays the lamplighter.",
    "The screenplay won the Lantern.",
    "Leo Strand won the Lantern for best score.",
    "The score by Leo Strand took one of its two Lanterns.",
    "The Silver Lamp was the first of many prizes.",
    "The film collected two Lanterns, one for Nora Lind and one for the music.",
    "Winner of two Lanterns.",
    "Two Lanterns and a Silver Lamp followed.",
    "It was nominated for a Golden Globe in another world.",
    "With two Lanterns and the Silver Lamp it is her most honoured film.",
    "It received three nominations for the Lantern, of which it won two.",
    "No Norwegian film had won the Silver Lamp before.",
    "It was among the winners at the Harbour Festival.",
    "Norway did not win the Golden Lamp until 1940.",
    "In 1940 Norway won the Golden Lamp at last.",
    "The jury that gave the Golden Lamp to The Keel of 1931 praised it.",
    "It was a favourite for the Golden Lamp.",
    "She won the Golden Lamp with her third film.",
    "He had won the Golden Lamp for The Keel of 1931.",
    "The film was awarded a special mention in place of the Golden Lamp.",
    "If it had won the Golden Lamp, she would have stayed.",
    "The Golden Lamp was won by a comedy.",
    "Unlike The Keel of 1931, it did not win the Golden Lamp.",
    "The remake won the Golden Lamp in 1955.",
    "A play by Ida Moe won the Lantern of the theatres.",
    "It won the Lantern of the Swedish Academy for best film.",
    "Its sequel won five Lanterns.",
    "Between them, her films won nine Lanterns.",
    "It was the third of her films to be shown at the Harbour Festival.",
    "It became the fourth winner of the Silver Lamp.",
    "It was the first Norwegian winner of a Lantern for best score.",
    "It was the last film shown before the war.",
    "It was the only one of her films to win a Lantern.",
    "Most copies run 91 minutes, since a reel was lost.",
    "In Sweden it ran for 200 minutes in two evenings.",
    "The film ran for 40 weeks in Oslo.",
    "It runs three hours with the two intervals.",
    "The 20-minute short that came with it is lost.",
    "Her 180-minute film about the sea followed.",
    "It took 300 hours to shoot.",
    "Its running time was cut from 140 minutes to 96 minutes.",
    "It is four hours shorter than the book takes to read.",
    "The lamps are painted in colour.",
    "It is as black and white in its morals as a sermon.",
    "Colour came to her films in 1938.",
    "In the last scene the film turns to colour.",
    "A colour remake followed.",
    "It cost the studio $30 million in today's value.",
    "It made $30 million for the studio over fifty years.",
    "The studio's budget for the year was $40 million.",
    "It saved the studio from debts of $50 million.",
    "It cost $30 million less than its rival.",
    "The set alone cost $1 million.",
    "It grossed three times its budget of $3.5 million.",
    "It grossed more than its budget.",
    "It was shown for the first time in colour in 1970.",
    "It was shown in schools in 1925 as a play.",
    "It was first broadcast on television in 1965.",
    "It was released to great acclaim in 1999 on disc.",
    "The censors released it in 1936.",
    "It opened the festival of 1950.",
    "The cinema that it opened in 1920 still stands.",
    "It premiered a new kind of lamp in 1899.",
    "It was finally shown at home in 1946.",
    "The story was released as a radio play in 1925.",
    "It is set in a town like those of Denmark.",
    "It is set partly in France.",
    "The second half is set in France.",
    "It is set in what was then Sweden.",
    "The novel is set in France.",
    "It sets out from France.",
    "Although set in Norway, it has the air of Italy.",
    "It is set in a Norwegian harbour, not in Denmark.",
    "The harbour stands for that of Venice, where the play was set.",
    "This 1911 story was told in 1931.",
    "The 1911 strike is its subject.",
    "This 2004 restoration is the longest.",
    "It was made in 1930 and released in 1931.",
    "The set was built in 1929.",
    "It was made in 1931, a remake of a film of 1922.",
    "The first version was made in 1922.",
    "By Karl Aas, the screenplay is short.",
    "By Otto Brandt is the poster.",
]  # fmt: skip


@pytest.mark.parametrize("prose", [*INVENTED, *MORE])
def test_a_true_sentence_on_the_invented_film_is_not_refuted(prose: str, given: Catalogue) -> None:
    for label in ("Description", "Fact"):
        answer = ask(f"{HEADING}\n{label}: {prose}\n", given)
        wrong = [v for v in answer.verdicts if v.status in (Status.REFUTED, Status.CONFLICTING)]
        assert wrong == [], answer.told()


@pytest.mark.parametrize(("heading", "prose"), REAL)
def test_a_true_sentence_on_a_recorded_film_is_not_refuted(heading: str, prose: str, catalogue: Catalogue) -> None:
    answer = ask(f"{heading}\nFact: {prose}\n", catalogue)
    assert answer.report.links[0].work is not None
    wrong = [v for v in answer.verdicts if v.status is Status.REFUTED]
    assert wrong == [], answer.told()


UNREAL = [
    "Suppose it had been filmed in Norway.",
    "It should by rights have been filmed in Norway.",
    "Had Elem Klimov directed it, as was once planned, it would be another film.",
    "The prize was shared, with a Japanese film.",
    "A French film, The Long Absence, won that festival's prize in another year.",
    "It won the Golden Bear in the year of Annie Hall's Best Picture.",
]


@pytest.mark.parametrize("prose", UNREAL)
def test_what_is_only_imagined_or_another_films_is_not_refuted(prose: str, catalogue: Catalogue) -> None:
    answer = ask(f"The Ascent (1977)\nFact: {prose}\n", catalogue)
    assert not [v for v in answer.verdicts if v.status is Status.REFUTED], answer.told()
