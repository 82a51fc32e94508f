"""Prose read once, for all kinds of claim: text -> sentences -> clauses -> frames of typed spans.

    tokens   words and known names, with exact offsets
    recase   prose without capitals given them
    sentences cut at their ends; quoted titles made one word
    chunks   noun phrases with a semantic class (`heads`), verb groups with voice and polarity (`verb_groups`),
             found by looking ahead (`lookahead`); `phrases` says what they are
    attach   what hangs on what: prepositions, appositions, coordinates
    clause   verbs with their subjects, objects and adjuncts
    frames   the acts of verbs, with their roles; `nominal` those of nouns, credits and fragments; `offices` what a noun of
             doing (*the screenplay*) makes of any verb
    sentence all of it together; `parts` what a reader would count
    denial   what turns a claim round though no verb took it up

The words are data: `words.txt`, `verbs.txt`, `plain_verbs.txt`, the act table `acts.txt` and `cues.txt`, what a clause that nobody read seems to speak of.
"""

from verite.clauses.chunks import chunk
from verite.clauses.frames import Frame
from verite.clauses.phrases import NP
from verite.clauses.sentence import Sentence, parse
from verite.clauses.sentences import sentences, titled, without_asides
from verite.clauses.tokens import Entity, Gazetteer, Token, tokenize

__all__ = ["NP", "Entity", "Frame", "Gazetteer", "Sentence", "Token", "read_prose"]


def read_prose(text: str, offset: int, gazetteer: Gazetteer, head: str = "") -> list[Sentence]:
    """The sentences of one run of prose. `offset` is where it stands in its document; `head`, what stands over its column, is read
    before it, as if it stood there (*Director: N*).

    Total: any text gives sentences. A fault in one odd sentence is ours and is raised.
    """
    over = [Token(word, offset, offset) for word in ((head, ":") if head else ())]
    tokens = [*over, *titled(gazetteer.mark(tokenize(text, offset)), gazetteer)]
    said = [without_asides(sentence) for sentence in sentences(tokens)]
    return [parse(sentence, chunk(sentence)) for sentence in said]
