"""Tokens to chunks: noun phrases with a semantic class, verb groups with voice and polarity, and the
marks (prepositions, conjunctions, relatives, punctuation) between them."""

from verite.clauses.heads import NOUN_CLASSES, YEAR, describe
from verite.clauses.phrases import NP, PLURALS, REFLEXIVE, VG, Chunk, Mark
from verite.clauses.tokens import Token
from verite.clauses.verb_groups import VerbGroups
from verite.text import number, ordinal, plain

_CLOSED = frozenset(
    "det possessive pronoun relative subordinator conjunction preposition be have do modal get negative adverb".split()
)
_PHRASES = frozenset("conjunction preposition subordinator hedge attribution set-member negative adverb".split())
_MARKS = "conjunction relative preposition subordinator hedge attribution negative adverb".split()
_LINKS = frozenset("conjunction relative preposition subordinator".split())
_POINTS = frozenset(",;:—–.!?…()[]|")


def chunk(tokens: list[Token]) -> list[Chunk]:
    """The chunks of one sentence, in order."""
    return _Chunker(tokens).run()


class _Chunker(VerbGroups):
    """One pass over a sentence. State is the position and the chunks so far."""

    def run(self) -> list[Chunk]:
        while self.i < len(self.tokens):
            if (self.tokens[self.i].text in _POINTS and not self.tokens[self.i].entities) or self._only_links(self.i):
                self._mark()
            elif not (self._phrase() or self._verb_group() or self._noun_phrase() or self._mark()):
                self._add_mark("other", 1)
        return self.out

    def _only_links(self, i: int) -> bool:
        """*of*, *and*, *who*: every third word can be nothing but a mark, and no phrase or verb need be looked for."""
        classes = self.classes[i]
        return bool(classes) and classes <= _LINKS and not (self.runs[i] or self._can_be_verbal(i))

    def _add_mark(self, kind: str, length: int) -> bool:
        self.out.append(Mark(self.tokens[self.i : self.i + length], kind))
        self.i += length
        return True

    def _phrase(self) -> bool:
        if self.low[self.i] == "home" and self.out:
            before = self.out[-1]
            if isinstance(before, VG) and before.lemma in ("take", "bring", "carry"):
                return self._add_mark("adverb", 1)  # *took home Best Director*
        length, class_ = self._run(self.i, _PHRASES)
        if not length:
            return False
        if class_ == "negative" and self.low[self.i] in ("failed", "refused"):
            return False  # read by the verb group
        return self._add_mark(class_, length)

    def _mark(self) -> bool:
        text, i = self.tokens[self.i].text, self.i
        if text == ",":
            return self._add_mark("comma", 1)
        if text in (";", ":", "—", "–", "-", ".", "!", "?", "…", "...", "|"):
            return self._add_mark("cut", 1)
        if text in "([":
            return self._add_mark("open", 1)
        if text in ")]":
            return self._add_mark("close", 1)
        if self.low[i] == "whose":
            return self._add_mark("relative", 1)
        if self.low[i] in REFLEXIVE and self.out and not isinstance(self.out[-1], VG):
            return self._add_mark("adverb", 1)
        for kind in _MARKS if self.classes[i] else ():
            if kind in self.classes[i]:
                if kind == "preposition" and self._has(i, "subordinator") and self._clause_follows(i + 1):
                    kind = "subordinator"
                return self._add_mark(kind, 1)
        return self._add_mark("adverb", 1) if self.adverbial[i] else False

    def _clause_follows(self, i: int) -> bool:
        """*after he was freed* against *after the war*: a finite verb before the next comma, or an -ing form."""
        if "g" in self.tags[i]:
            return False
        for j in range(i, min(i + 8, len(self.tokens))):
            if self.tokens[j].text in ",.;:" or self._has(j, "preposition", "relative"):
                return False
            if self._has(j, "be", "have", "modal"):
                return True
            if j > i and not self.tags[j].isdisjoint("zd") and not self.nominal[j]:
                return True
        return False

    def _noun_phrase(self, owner: NP | None = None) -> bool:
        start = i = self.i
        det = ""
        number_: int | None = None
        if self.low[i] in REFLEXIVE and self.out and not isinstance(self.out[-1], VG) and not owner:
            return False
        if self._has(i, "pronoun") and not self._has(i, "det"):
            token = self.tokens[i]
            more = self._nominal_at(i + 1) and not self._has(
                i + 1, "det"
            )  # *her Oscar*, *one Oscar*; *it earned her the Oscar*
            if not (token.low in ("her", "one") and more):
                np = NP([token], token.low, "PRONOUN", pronoun=token.low)
                self.out.append(np)
                self.i += 1
                self._possessor(np)
                return True
        content: list[int] = []
        act: Token | None = None
        while i < len(self.tokens):
            token = self.tokens[i]
            low = token.low
            classes = self.classes[i]
            if det and content and self._time_ends(content[-1]) and self._somebody(i):
                break  # *after the war Kotov is shot*, *the day Stalin died*
            if token.entities:
                content.append(i)
            elif not content and "possessive" in classes and low != "whose":
                det = low
            elif low == "no" and i and token.capital and self._another_name(i + 1):
                content.append(i)  # *by No Wave filmmaker N*
            elif not content and "det" in classes and not (low == "that" and self._verbish(i + 1)):
                det = det or low
            elif "possessive" in classes and low == "whose":
                break
            elif length := self._run(i, NOUN_CLASSES)[0]:
                content.extend(range(i, i + length))
                i += length - 1
            elif (number(low) is not None or low[:1].isdigit() or token.text[:1] in "$€£") and low not in ("zero",):
                named = self.tokens[content[-1]].entities if content else ()
                if named and named[0].type != "nationality" and number(low) is not None and not YEAR.match(plain(low)):
                    break  # *During World War II two partisans*: a name ends its phrase
                if YEAR.match(plain(low)) and content and not self._nominal_at(i + 1) and not self._dated(content[-1]):
                    break
                if YEAR.match(plain(low)):
                    content.append(i)
                    after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
                    if (
                        len(content) == 1
                        and not det
                        and after is not None
                        and (after.capital or after.entities or number(after.low) is not None)
                    ):
                        break  # *in 1936 Colonel Kotov is arrested*: the year ends its phrase
                elif content and not self._nominal_at(i + 1):
                    content.append(i)  # a numeral after the noun: "Part 2"
                else:
                    number_ = number(low) if number(low) is not None else number_
                    if not content and (ordinal(low) is None) and not self._nominal_at(i + 1) and not self.tags[i + 1]:
                        content.append(i)
            elif ordinal(low) is not None and not (low == "first" and not self._nominal_at(i + 1) and not det):
                pass
            elif not classes.isdisjoint(_CLOSED) and not self.nominal[i]:
                if (
                    "adverb" in classes
                    and (det or owner is not None)
                    and not content
                    and self.low[i] in ("only", "most", "very", "still", "first", "last", "now", "later")
                ):
                    i += 1
                    continue
                break
            elif self.adverbial[i] and not self.nominal[i]:
                if det and not content:
                    i += 1
                    continue
                break
            elif token.text == "," and content and det and self._another_quality(i, content[-1]):
                pass
            elif not token.text[:1].isalpha() or (content and self._is_verb_here(i, content)):
                break
            elif (
                not content
                and self.tags[i]
                and (det or number_ is not None or self._after_preposition() or self._premodifier_start(i))
            ):
                tags = self.tags[i]
                if tags & {"d", "n"} and not self.nominal[i]:
                    act = token
                content.append(i)
            elif not content and self.tags[i] and not self.nominal[i] and not token.capital:
                break
            else:
                if content and self.tags[i] and not self.nominal[i]:
                    tags = self.tags[i]
                    if tags & {"d", "n"}:
                        act = token
                content.append(i)
            i += 1
        if not content:
            if det and i > start:
                np = NP(
                    self.tokens[start:i],
                    det,
                    "PRONOUN" if det in ("this", "that", "these", "those") else "O",
                    det,
                    pronoun=det,
                )
                self.out.append(np)
                self.i = i
                return True
            if number_ is not None and i > start:
                self.out.append(NP(self.tokens[start:i], self.tokens[i - 1].low, "O", det, number_))
                self.i = i
                return True
            return False
        np = NP(self.tokens[start : content[-1] + 1], det=det, number=number_, act=act)
        describe(np, [self.tokens[j] for j in content], self.tokens[0])
        np.poss = owner
        self.i = content[-1] + 1
        self.out.append(np)
        self._possessor(np)
        return True

    def _time_ends(self, i: int) -> bool:
        return self._has(i, "time") and not self.tokens[i].capital

    def _somebody(self, i: int) -> bool:
        """A capital that may be a person's, not that of *the summer Olympics*."""
        token = self.tokens[i]
        known = {entity.type for entity in token.entities}
        games = token.low in ("olympics", "games", "palace", "war", "offensive")
        return (
            token.capital
            and not games
            and (not known or not known.isdisjoint(("character", "agent")))
            and not self._has(i, "month")
        )

    def _another_name(self, i: int) -> bool:
        """Whether a word with a capital stands here of which nothing is known."""
        return i < len(self.tokens) and self.tokens[i].capital and not self.tokens[i].entities and not self.classes[i]

    def _another_quality(self, i: int, last: int) -> bool:
        """*a washed-up, alcoholic actor*: a comma between two adjectives of one noun."""
        if self.nominal[last] or self.tokens[last].capital or self.tokens[last].entities:
            return False
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if after is None or after.entities or after.capital or self._closed(i + 1) or not after.low.isalpha():
            return False
        return self.nominal[i + 2] and not self.nominal[i + 1] and not self.tags[i + 1]

    def _closed(self, i: int) -> bool:
        return 0 <= i < len(self.classes) and not self.classes[i].isdisjoint(_CLOSED)

    def _dated(self, i: int) -> bool:
        """*the early 1940s*, *autumn 1945*: words that go with the year after them."""
        return self._has(i, "month", "time") or self.low[i] in ("early", "late", "mid", "around", "about")

    def _possessor(self, np: NP) -> None:
        """*N's film*: the phrase before 's becomes the possessor of the next one."""
        low = plain(self.low[self.i])
        if (low == "'s" and not ((np.pronoun or self.low[self.i + 1] == "by") and self._is_contraction(self.i))) or (
            low == "'" and np.tokens[-1].low.endswith("s") and self._nominal_at(self.i + 1)
        ):
            if self._titled(np):
                return
            self.out.pop()
            self.i += 1
            if not self._noun_phrase(owner=np):
                np.genitive = True  # *The score is N's.*
                self.out.append(np)

    def _titled(self, np: NP) -> bool:
        """*the novel Schindler's Ark*: after the noun of a form, 's stands in a title that nobody has on record."""
        end = self.i + 1
        while end < len(self.tokens) and self.tokens[end].capital and not self.tokens[end].entities:
            end += 1
        if np.sem != "NAME" or end == self.i + 1 or not any(mod in self.words.forms_of_work for mod in np.mods):
            return False
        more = self.tokens[self.i : end]
        np.tokens = [*np.tokens, *more]
        np.name = f"{np.name}'s {' '.join(t.text for t in more[1:])}"
        self.i = end
        return True

    def _is_verb_here(self, i: int, content: list[int]) -> bool:
        """Inside an open phrase with a noun in it: does the next word end it as a verb?"""
        low = self.low[i]
        tags = self.tags[i]
        last = self.tokens[content[-1]]
        if self.tokens[i].capital and last.capital and not self._closed(i):
            return False  # *James Garner*, *Gene Barry*
        headed = (
            bool(last.entities and last.entities[0].type != "nationality")
            or self.nominal[content[-1]]
            or not self._adjectival(content[-1])
        )
        if self._closed(i):
            return True
        if not tags:
            if not headed or self.nominal[i] or self.tokens[i].capital:
                return False
            plural = last.low.endswith("s") and not last.low.endswith("ss")
            ends = low.endswith(("ing", "ed")) or (
                low.endswith("s") and not plural and not low.endswith(("ss", "us", "ous"))
            )
            follows = self._starts_phrase(i + 1) and self.low[i + 1] not in ("of", ",", ".", "and", "or", "")
            return ends and len(low) > 4 and follows and low not in self.words.classes
        if not headed:
            return False
        nominal = self.nominal[i]
        if low in ("stars", "features") and self._has(content[-1], "film") and self._has(self.i, "det"):
            return self._word(i + 1) and self.low[i + 1] not in ("of", "who", "are", "were", "and", "in")
        plural = (last.low.endswith("s") and not last.low.endswith(("ss", "us"))) or last.low in PLURALS
        if self._person_ends(content):
            plural = False  # *Rachel McAdams stars*
        if nominal and self._person_ends(content) and not self._has(self.i, "det"):
            if tags & {"d", "z"} and self._has(i + 1, "pronoun", "det", "possessive"):
                return True  # *Otto Brandt set it in a harbour*
            if low in ("lead", "head") and self.low[i + 1] == "the":
                return True  # *Nora Lind and Otto Brandt lead the cast*
            if "g" in tags and self.low[i + 1] in (",", ".", "", "from", "and"):
                return True  # *with Otto Brandt directing, ...*
        if tags & {"g"} and not nominal:
            return self._is_name(i + 1) or not (self._nominal_at(i + 1) and self.nominal[i + 1] and not plural)
        if tags & {"d", "n"} and not nominal:
            return not (
                self.nominal[i + 1]
                and not self._starts_phrase(i + 1)
                and not self._has(i + 1, "det")
                and last.entities
                and last.entities[0].type == "nationality"
            )
        if "z" in tags:
            if self.tokens[i].capital or (nominal and self.low[self.i] in ("these", "those", "many", "all", "some")):
                return False
            if not nominal:
                return True  # *a gang of convicts takes*: the head may stand further left
            if (
                self._person_ends(content)
                and self._word(i + 1)
                and self.low[i + 1] not in ("of", "and", "in", "are", "have")
            ):
                return True  # *Max Oll plays chess*
            if self._has(i, "film") and (i + 1 == len(self.tokens) or not self.tokens[i + 1].text[:1].isalnum()):
                return False  # *lesser films.*
            return not plural and self._starts_phrase(i + 1) and i + 1 < len(self.tokens)
        if "base" in tags:
            if last.capital and self._last_of_several_people():
                # *A and B star*, *A and B play lovers*; but *A and B star C*: C is one
                return not (
                    self._has(i, "film")
                    or (low in ("star", "co-star") and self.tokens[i + 1 : i + 2] and self.tokens[i + 1].capital)
                )
            if {"d", "n"} & tags and (plural or self.low[i + 1] in ("in", "at", "on", "against", "by", "to", "during")):
                return self._starts_phrase(i + 1) and low not in ("cast",)
            return plural and (not nominal or self._starts_phrase(i + 1))
        return False

    def _person_ends(self, content: list[int]) -> bool:
        """The phrase so far ends in a known person, or in two capitals that nothing else is known of."""
        last = self.tokens[content[-1]]
        if last.entities:
            return last.entities[0].type in ("agent", "character")
        pair = content[-2:]
        if len(pair) == 2 and last.capital and not self.classes[pair[1]] and self._has(pair[0], "human"):
            return True  # *his own daughter Anna plays*
        return len(pair) == 2 and all(self.tokens[j].capital and not self.classes[j] for j in pair)

    def _last_of_several_people(self) -> bool:
        """Whether the open phrase is the last of several names that nothing else stands before: the subject of a clause."""
        before = self.out[-1] if self.out else None
        if self._has(self.i, "det") or not (isinstance(before, Mark) and before.low == "and"):
            return False
        k = len(self.out) - 1
        while k >= 0 and (
            (isinstance(chunk := self.out[k], NP) and chunk.sem in ("NAME", "PERSON") and not chunk.det)
            or (isinstance(chunk, Mark) and chunk.low in ("and", ","))
        ):
            k -= 1
        leading = self.out[k] if k >= 0 else None
        several = k < len(self.out) - 2
        return several and (leading is None or (isinstance(leading, Mark) and leading.kind != "preposition"))

    def _adjectival(self, i: int) -> bool:
        token = self.tokens[i]
        if token.entities:
            return token.entities[0].type == "nationality"
        if token.capital and i:
            return False  # *Cary Grant plays*: part of a name
        return token.low.endswith(("ous", "ful", "ive", "ic", "al", "ian", "less", "able", "ible", "ant", "ent", "-run", "-like", "est")) or ("-" in token.low and token.low.endswith(("ing", "ed"))) or (self._has(i, "opinion") and not token.low.endswith("s")) or token.low in (
            "young", "old", "former", "real", "true", "grim", "dark", "late", "early", "small", "big", "new", "famous", "whole", "own", "same", "ordinary", "simple"
        )  # fmt: skip

    def _premodifier_start(self, i: int) -> bool:
        before = self.out[-1] if self.out else None
        if self.tokens[i].capital and i > 0 and self.tokens[i].low != self.tokens[i].text:
            return True
        if self.nominal[i]:
            return True
        if before is None or isinstance(before, Mark):
            return self._premodifies(i)
        return isinstance(before, VG) and self._premodifies(i)
