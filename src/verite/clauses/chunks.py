"""Tokens to chunks: noun phrases with a semantic class, verb groups with voice and polarity, and the
marks (prepositions, conjunctions, relatives, punctuation) between them."""

import re
from collections.abc import Sequence

from verite.clauses.lexicon import lexicon
from verite.clauses.phrases import NP, PLURALS, VG, Chunk, Mark
from verite.clauses.tokens import Token
from verite.text import number, ordinal, plain

# Semantic classes of a noun phrase, decided by its head noun or by the name in it.
_BY_CLASS = (
    ("film", "FILM"), ("form", "WORK"), ("human", "HUMAN"), ("camp", "CAMP"), ("prison", "PRISON"), ("exile-place", "EXILE"),
    ("freedom", "FREEDOM"), ("prize", "PRIZE"), ("festival", "FEST"), ("truth", "TRUTH"), ("invention", "INVENTION"), ("time", "TIME"),
    ("month", "DATE"), ("ban-noun", "BAN"), ("place", "PLACE"), ("life", "LIFE"), ("act-noun", "ACT"),
)  # fmt: skip
_BY_ENTITY = {
    "agent": "PERSON", "character": "CHARACTER", "state": "PLACE", "place": "PLACE", "event": "EVENT", "prize": "PRIZE",
    "category": "CATEGORY", "festival": "FEST", "film": "FILM-NAME", "work": "WORK-NAME", "title": "WORK-NAME", "this": "FILM", "descriptor": "HUMAN",
}  # fmt: skip
_YEAR = re.compile(r"^(1[89]|20)\d\d(s|-\d{2,4})?$")
# A name that ends so names no person (13 false persons of a prototype, 8 of this sort).
_NO_PERSON = frozenset(
    "festival prize award awards ballet railway times university studio studios project war purge pact island street story sea river "
    "mountains union bloc army party academy press news radio theatre theater museum square palace cup bear lion palm globe globes "
    "summer winter era empire front camp terror states kingdom republic house church prison bank library archive archives fund".split()
)


def chunk(tokens: list[Token]) -> list[Chunk]:
    """The chunks of one sentence, in order."""
    return _Chunker(tokens).run()


_NOUN_CLASSES = frozenset(class_ for class_, _ in _BY_CLASS)
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_CLOSED = frozenset(
    "det possessive pronoun relative subordinator conjunction preposition be have do modal get negative adverb".split()
)


class _Chunker:
    """One pass over a sentence. State is the position and the chunks so far."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.words = lexicon()
        self.i = 0
        self.out: list[Chunk] = []

    def run(self) -> list[Chunk]:
        while self.i < len(self.tokens):
            if not (self._phrase() or self._verb_group() or self._noun_phrase() or self._mark()):
                self._add_mark("other", 1)
        return self.out

    # -- helpers

    def _has(self, i: int, *classes: str) -> bool:
        if not 0 <= i < len(self.tokens) or self.tokens[i].entities:
            return False
        return not self.words.classes.get(self.tokens[i].low, set()).isdisjoint(classes)

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _add_mark(self, kind: str, length: int) -> bool:
        self.out.append(Mark(self.tokens[self.i : self.i + length], kind))
        self.i += length
        return True

    def _run(self, i: int, *classes: str) -> tuple[int, str]:
        """Length and class of the longest phrase of these classes that starts here."""
        for words, class_ in self.words.phrases.get(self._low(i), ()):
            if class_ in classes and words == tuple(t.low for t in self.tokens[i : i + len(words)]):
                return len(words), class_
        return 0, ""

    # -- marks

    def _phrase(self) -> bool:
        length, class_ = self._run(
            self.i, "preposition", "subordinator", "hedge", "attribution", "set-member", "negative", "adverb"
        )
        if not length:
            return False
        if class_ == "negative" and self._low(self.i) in ("failed", "refused"):
            return False  # read by the verb group
        if class_ == "attribution" and self._low(self.i) == "according":
            class_ = "attribution"
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
        if self._low(i) == "whose":
            return self._add_mark("relative", 1)
        if self._low(i) in _REFLEXIVE and self.out and not isinstance(self.out[-1], VG):
            return self._add_mark("adverb", 1)
        for kind in (
            "conjunction",
            "relative",
            "preposition",
            "subordinator",
            "hedge",
            "attribution",
            "negative",
            "adverb",
        ):
            if self._has(i, kind):
                if kind == "preposition" and self._has(i, "subordinator") and self._clause_follows(i + 1):
                    kind = "subordinator"
                return self._add_mark(kind, 1)
        return self._add_mark("adverb", 1) if _adverb(self._low(i)) else False

    def _clause_follows(self, i: int) -> bool:
        """*after he was freed* against *after the war*: a finite verb before the next comma, or an -ing form."""
        if any(tag == "g" for _, tag in self.words.forms.get(self._low(i), ())):
            return False
        for j in range(i, min(i + 8, len(self.tokens))):
            if self.tokens[j].text in ",.;:" or self._has(j, "preposition", "relative"):
                return False
            if self._has(j, "be", "have", "modal"):
                return True
            if j > i and any(tag in "zd" for _, tag in self.words.forms.get(self._low(j), ())) and not self._nominal(j):
                return True
        return False

    # -- verbs

    def _verb_group(self) -> bool:
        i, group = self.i, []
        passive = negative = modal = hedged = infinitive = has_have = False
        be = get = False
        adverbs: list[str] = []
        helper = False
        if self._low(i) == "to" and self._infinitive(i + 1):
            infinitive = True
            group.append(i)
            i += 1
        while i < len(self.tokens):
            if self._has(i, "be") and not (self._low(i) == "'s" and not self._is_contraction(i)):
                be, helper, get = True, True, False
            elif self._has(i, "have") and (helper or self._verb_after(i) or not helper):
                has_have, helper = True, True
            elif self._has(i, "get") and self._participle(i + 1):
                get, helper = True, True
            elif self._has(i, "modal") and not (self._low(i) == "may" and self.tokens[i].capital and i > 0):
                modal, helper = True, True
            elif self._has(i, "do"):
                helper = True
            elif helper and self._run(i, "hedge")[0]:
                group.extend(range(i, i + self._run(i, "hedge")[0] - 1))
                hedged = True
                i += self._run(i, "hedge")[0] - 1
            elif helper and (self._has(i, "negative") or self._run(i, "negative")[0]):
                length = max(1, self._run(i, "negative")[0])
                group.extend(range(i, i + length - 1))
                i += length - 1
                negative = True
            elif self._has(i, "negative") and self._low(i) in ("not", "never", "n't") and self._verbish(i + 1):
                negative = True
            elif helper and self._low(i) in _REFLEXIVE and self._participle(i + 1):
                adverbs.append(self._low(i))  # *was himself censored*
            elif (self._has(i, "adverb", "hedge") or _adverb(self._low(i))) and (helper or self._verbish(i + 1)):
                if not helper and not self._verbish(i + 1):
                    break
                adverbs.append(self._low(i))
                hedged = hedged or self._has(i, "hedge")
            else:
                break
            group.append(i)
            i += 1
        main = self._main_verb(i, helper, infinitive)
        if main:
            lemmas, tag = main
            group.append(i)
            passive = (tag == "n" and (be or get)) or (tag == "n" and not helper and not has_have)
            if be and tag == "d":
                passive, tag = True, "n"
            if negative_lemma(self._low(i)) and self._low(i + 1) == "to" and self._infinitive(i + 2):
                # failed to win, refused to release: the second verb is the main one, denied.
                group.extend((i + 1, i + 2))
                i += 2
                negative = True
                lemmas, tag = self._lemmas(i, "base"), "base"
                passive = False
        elif helper and (be or has_have) and group and self._last_helper(group):
            lemmas, tag = ("be",) if be else ("have",), "z"
            while group and not self._has(group[-1], "be", "have", "negative", "adverb"):
                group.pop()
        elif main is None and helper and not be and not has_have and self._has(group[-1], "do", "get"):
            lemmas, tag = ("do",), "z"
        else:
            return False
        tokens = [self.tokens[j] for j in sorted(set(group))]
        finite = (helper and not infinitive) or (tag in "zd" or (tag == "base" and not infinitive))
        if self._has(tokens_index(self.tokens, tokens[0]), "be") and tokens[0].low == "being":
            finite = False
        if has_have and tokens[0].low == "having":
            finite = False
        if tag == "g" and not be:
            finite = False
        if tag == "n" and not helper:
            finite = False
        self.out.append(
            VG(tokens, lemmas[0], tag, lemmas, passive, negative, hedged, modal, infinitive, finite, adverbs)
        )
        self.i = tokens_index(self.tokens, tokens[-1]) + 1
        return True

    def _last_helper(self, group: list[int]) -> bool:
        return any(self._has(j, "be", "have") for j in group)

    def _is_contraction(self, i: int) -> bool:
        return self._has(i - 1, "pronoun", "relative") or self._low(i - 1) in ("that", "there", "here", "what")

    def _infinitive(self, i: int) -> bool:
        while self._has(i, "adverb") or _adverb(self._low(i)):
            i += 1
        if self._has(i, "be", "have", "get"):
            return True
        tags = {tag for _, tag in self.words.forms.get(self._low(i), ())}
        if 0 <= i < len(self.tokens) and not tags and not self.words.classes.get(self._low(i)):
            return (
                self._has(i + 1, "det", "possessive") and not self.tokens[i].capital
            )  # an unknown verb with an object
        if "base" not in tags or self.tokens[i].entities:
            return False
        # "sent to exile in", "to camp": a noun unless an object or a complement follows
        return not self._nominal(i) or (self._starts_phrase(i + 1) and not self._has(i + 1, "preposition"))

    def _verbish(self, i: int) -> bool:
        while self._has(i, "adverb") or _adverb(self._low(i)):
            i += 1
        return self._has(i, "be", "have", "do", "modal") or (
            bool(self.words.forms.get(self._low(i))) and not (0 <= i < len(self.tokens) and self.tokens[i].entities)
        )

    def _verb_after(self, i: int) -> bool:
        return self._verbish(i + 1)

    def _participle(self, i: int) -> bool:
        return any(tag in "nd" for _, tag in self.words.forms.get(self._low(i), ()))

    def _lemmas(self, i: int, *tags: str) -> tuple[str, ...]:
        found = sorted(self.words.forms.get(self._low(i), ()))
        return tuple(dict.fromkeys(lemma for lemma, tag in found if tag in tags)) or (self._low(i),)

    def _main_verb(self, i: int, helper: bool, infinitive: bool) -> tuple[tuple[str, ...], str] | None:
        """Lemmas and form of the main verb at `i`, or nothing if the word there is no verb."""
        if i >= len(self.tokens) or self.tokens[i].entities:
            return None
        forms = self.words.forms.get(self._low(i), set())
        tags = {tag for _, tag in forms}
        if infinitive and not helper:
            if not tags and self._low(i).isalpha() and self._starts_phrase(i + 1):
                return (self._low(i),), "base"
            return (self._lemmas(i, "base"), "base") if "base" in tags and not self._has(i, "be", "have") else None
        if helper:
            before = self._low(i - 1)
            if (
                not forms
                and self._has(i - 1, "be", "adverb")
                and self._low(i).endswith("ed")
                and not self.words.classes.get(self._low(i))
            ):
                return (self._low(i),), "n"  # a verb that no table holds: *is plied with drink*
            if "n" in tags:
                # "was released prisoners" never; "is escaped criminals": a premodifier before a plural noun
                if self._has(i + 1, "human") and self._low(i + 1).endswith("s") and self._has(i - 1, "be"):
                    return None
                return self._lemmas(i, "n", "d"), "n"
            if "g" in tags:
                return (self._lemmas(i, "g"), "g") if not self._nominal(i) or before not in ("'s",) else None
            if "base" in tags and (self._has(i - 1, "modal", "do", "negative", "adverb") or _adverb(before)):
                return self._lemmas(i, "base"), "base"
            return None
        if self._has(i, "be", "have", "do", "modal"):
            return None
        return self._bare_verb(i, tags)

    def _bare_verb(self, i: int, tags: set[str]) -> tuple[tuple[str, ...], str] | None:
        """A verb without helpers: what stands before it and after it decides."""
        low = self._low(i)
        before = self.out[-1] if self.out else None
        after_np = isinstance(before, NP)
        if not tags:
            known = self.words.classes.get(low)
            if known or self.tokens[i].capital or not after_np or not self._starts_phrase(i + 1):
                return None
            for ending, tag in (("ing", "g"), ("ed", "d"), ("s", "z")):
                if low.endswith(ending) and len(low) > len(ending) + 2 and not low.endswith(("ss", "us", "ous")):
                    if tag == "z" and isinstance(before, NP) and before.plural:
                        return None
                    return (low,), tag
            return None
        if self.tokens[i].capital and i > 0 and not isinstance(before, Mark):
            return None
        nominal = self._nominal(i)
        after_preposition = isinstance(before, Mark) and before.kind == "preposition"
        if after_preposition:
            return (self._lemmas(i, "g"), "g") if "g" in tags and not (nominal and self._low(i + 1) == "of") else None
        if "g" in tags and not ({"base", "z"} & tags):
            if nominal and (not self.out or self._low(i + 1) in ("of", "took", "was")):
                return None
            if (
                not after_np
                and self._nominal_at(i + 1)
                and not self._starts_phrase(i + 1)
                and self.out
                and not isinstance(before, Mark)
            ):
                return None
            return self._lemmas(i, "g"), "g"
        if "d" in tags and (self._after_relative() or self._after_past()):
            return self._lemmas(i, "d"), "d"
        if low in ("run", "come", "become", "overcome") and isinstance(before, NP) and before.plural:
            return self._lemmas(i, "base"), "base"  # the participle looks the same: *the inmates run away*
        if tags & {"d", "n"} and not ({"base", "z"} & tags and nominal):
            if not after_np and self._premodifies(i):
                return None
            # Without a helper a participle is a reduced relative or a fragment; a past tense needs a subject.
            if after_np and "d" in tags and self._finite_past(i, before):
                return self._lemmas(i, "d"), "d"
            return (self._lemmas(i, "n"), "n") if "n" in tags else (self._lemmas(i, "d"), "d")
        relative = (
            isinstance(before, Mark) and before.kind in ("relative", "conjunction", "adverb") and before.low != "whose"
        )
        if "z" in tags:
            if nominal and not after_np and not relative:
                return None
            if nominal and after_np and not self._starts_phrase(i + 1) and i + 1 < len(self.tokens):
                return None
            if nominal and isinstance(before, NP) and before.plural:
                return None
            return self._lemmas(i, "z"), "z"
        if "base" in tags:
            if relative:
                return (self._lemmas(i, "base"), "base") if not nominal or self._starts_phrase(i + 1) else None
            if (
                isinstance(before, NP)
                and (before.plural or before.pronoun)
                and (not nominal or self._starts_phrase(i + 1))
            ):
                return self._lemmas(i, "base"), "base"
            if isinstance(before, NP) and not nominal and {"d", "n"} & tags:
                return self._lemmas(i, "d"), "d"
            if {"d", "n"} & tags and (
                not nominal
                or self._low(i + 1)
                in ("in", "at", "on", "against", "during", "by", "amid", "near", "around", "to", "between")
            ):
                return self._lemmas(i, "n"), "n"  # "Set in", "Shot in"
        return None

    def _after_relative(self) -> bool:
        for before in reversed(self.out):
            if isinstance(before, Mark) and before.kind == "relative" and before.low != "where":
                return before.low != "whose"
            if not (isinstance(before, Mark) and before.kind in ("adverb", "hedge", "negative")):
                return False
        return False

    def _after_past(self) -> bool:
        """*wrote, directed and played the lead*: the next of several past tenses of one subject."""
        before = self.out[-1] if self.out else None
        if not (isinstance(before, Mark) and before.kind in ("comma", "conjunction")):
            return False
        last = next((chunk for chunk in reversed(self.out) if isinstance(chunk, VG)), None)
        return last is not None and last.tag == "d" and not last.passive and last.finite

    def _finite_past(self, i: int, before: object) -> bool:
        """*Shepitko directed it* against *the film directed by Shepitko*: an object or no *by* follows."""
        if self._low(i + 1) in ("by",):
            return False
        if self._starts_np(i + 1):
            return True
        return isinstance(before, NP) and (before.sem in ("PERSON", "CHARACTER", "NAME") or bool(before.pronoun))

    def _premodifies(self, i: int) -> bool:
        """A participle before a noun with nothing between: *escaped prisoners*, *banned film*."""
        j = i + 1
        while self._has(j, "camp", "prison", "time") or (
            j < len(self.tokens) and self.tokens[j].entities and self.tokens[j].entities[0].type == "nationality"
        ):
            j += 1
        if j > i + 1 and not self._nominal_at(j):
            j -= 1
        return j < len(self.tokens) and self._nominal_at(j) and not self._has(j, "det", "possessive", "preposition")

    # -- nouns

    def _nominal(self, i: int) -> bool:
        return self._has(i, *_NOUN_CLASSES)

    def _nominal_at(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        return bool(token.entities) or self._nominal(i) or (
            token.low.isalpha() and token.low not in self.words.classes and token.low not in self.words.forms
            and not _adverb(token.low)
        )  # fmt: skip

    def _starts_np(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens):
            return False
        return bool(self.tokens[i].entities) or self._has(i, "det", "possessive", "pronoun") or (
            self.tokens[i].text[:1].isdigit() or self.tokens[i].capital or self._nominal(i)
        )  # fmt: skip

    def _starts_phrase(self, i: int) -> bool:
        """Whether a new phrase (or the end) begins here, so that the word before can be a verb."""
        if i >= len(self.tokens):
            return True
        token = self.tokens[i]
        if token.text in ",.;:!?)—–":
            return True
        return self._has(i, "det", "possessive", "pronoun", "preposition", "adverb", "subordinator", "conjunction", "relative", "negative") or bool(token.entities) or (
            token.capital or token.text[:1].isdigit() or _adverb(token.low) or token.low == "to"
        )  # fmt: skip

    def _noun_phrase(self, owner: NP | None = None) -> bool:
        start = i = self.i
        det = ""
        number_: int | None = None
        if self._low(i) in _REFLEXIVE and self.out and not isinstance(self.out[-1], VG) and not owner:
            return False
        if self._has(i, "pronoun") and not self._has(i, "det"):
            token = self.tokens[i]
            if not (token.low == "her" and self._nominal_at(i + 1)):
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
            if token.entities:
                content.append(i)
            elif not content and self._has(i, "possessive") and self._low(i) != "whose":
                det = low
            elif not content and self._has(i, "det") and not (low == "that" and self._verbish(i + 1)):
                det = det or low
            elif self._has(i, "possessive") and low == "whose":
                break
            elif self._run(i, *_NOUN_CLASSES)[0]:
                length = self._run(i, *_NOUN_CLASSES)[0]
                content.extend(range(i, i + length))
                i += length - 1
            elif (number(low) is not None or low[:1].isdigit() or token.text[:1] in "$€£") and low not in ("zero",):
                named = self.tokens[content[-1]].entities if content else ()
                if named and named[0].type != "nationality" and number(low) is not None and not _YEAR.match(plain(low)):
                    break  # *During World War II two partisans*: a name ends its phrase
                if _YEAR.match(plain(low)) and content and not self._nominal_at(i + 1) and not self._dated(content[-1]):
                    break
                if _YEAR.match(plain(low)):
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
                    if (
                        not content
                        and (ordinal(low) is None)
                        and not self._nominal_at(i + 1)
                        and not self.words.forms.get(self._low(i + 1))
                    ):
                        content.append(i)
            elif ordinal(low) is not None and not (low == "first" and not self._nominal_at(i + 1) and not det):
                pass
            elif self._has(i, *_CLOSED) and not self._nominal(i):
                if (
                    self._has(i, "adverb")
                    and det
                    and not content
                    and self._low(i) in ("only", "most", "very", "still", "first", "last", "now")
                ):
                    i += 1
                    continue
                break
            elif _adverb(low) and not self._nominal(i):
                if det and not content:
                    i += 1
                    continue
                break
            elif not token.text[:1].isalpha() or (content and self._is_verb_here(i, content)):
                break
            elif (
                not content
                and self.words.forms.get(low)
                and (det or number_ is not None or self._after_preposition() or self._premodifier_start(i))
            ):
                tags = {tag for _, tag in self.words.forms[low]}
                if tags & {"d", "n"} and not self._nominal(i):
                    act = token
                content.append(i)
            elif not content and self.words.forms.get(low) and not self._nominal(i) and not token.capital:
                break
            else:
                if content and self.words.forms.get(low) and not self._nominal(i):
                    tags = {tag for _, tag in self.words.forms[low]}
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
        self._describe(np, [self.tokens[j] for j in content])
        np.poss = owner
        self.i = content[-1] + 1
        self.out.append(np)
        self._possessor(np)
        return True

    def _dated(self, i: int) -> bool:
        """*the early 1940s*, *autumn 1945*: words that go with the year after them."""
        return self._has(i, "month", "time") or self._low(i) in ("early", "late", "mid", "around", "about")

    def _possessor(self, np: NP) -> None:
        """*N's film*: the phrase before 's becomes the possessor of the next one."""
        low = plain(self._low(self.i))
        if (low == "'s" and not (np.pronoun and self._is_contraction(self.i))) or (
            low == "'" and np.tokens[-1].low.endswith("s") and self._nominal_at(self.i + 1)
        ):
            self.out.pop()
            self.i += 1
            if not self._noun_phrase(owner=np):
                self.out.append(np)

    def _is_verb_here(self, i: int, content: list[int]) -> bool:
        """Inside an open phrase with a noun in it: does the next word end it as a verb?"""
        low = self._low(i)
        tags = {tag for _, tag in self.words.forms.get(low, ())}
        last = self.tokens[content[-1]]
        headed = (
            bool(last.entities and last.entities[0].type != "nationality")
            or self._nominal(content[-1])
            or not self._adjectival(content[-1])
        )
        if self._has(i, *_CLOSED):
            return True
        if not tags:
            if not headed or self._nominal(i) or self.tokens[i].capital:
                return False
            plural = last.low.endswith("s") and not last.low.endswith("ss")
            ends = low.endswith(("ing", "ed")) or (
                low.endswith("s") and not plural and not low.endswith(("ss", "us", "ous"))
            )
            follows = self._starts_phrase(i + 1) and self._low(i + 1) not in ("of", ",", ".", "and", "or", "")
            return ends and len(low) > 4 and follows and low not in self.words.classes
        if not headed:
            return False
        nominal = self._nominal(i)
        plural = (last.low.endswith("s") and not last.low.endswith(("ss", "us"))) or last.low in PLURALS
        if tags & {"g"} and not nominal:
            return not (self._nominal_at(i + 1) and self._nominal(i + 1) and not plural)
        if tags & {"d", "n"} and not nominal:
            return not (
                self._nominal(i + 1)
                and not self._starts_phrase(i + 1)
                and not self._has(i + 1, "det")
                and last.entities
                and last.entities[0].type == "nationality"
            )
        if "z" in tags:
            if self.tokens[i].capital or (nominal and self._low(self.i) in ("these", "those", "many", "all", "some")):
                return False
            if not nominal:
                return True  # *a gang of convicts takes*: the head may stand further left
            if self._has(i, "film") and (i + 1 == len(self.tokens) or not self.tokens[i + 1].text[:1].isalnum()):
                return False  # *lesser films.*
            return not plural and self._starts_phrase(i + 1) and i + 1 < len(self.tokens)
        if "base" in tags:
            if {"d", "n"} & tags and (
                plural or self._low(i + 1) in ("in", "at", "on", "against", "by", "to", "during")
            ):
                return self._starts_phrase(i + 1) and low not in ("cast",)
            return plural and (not nominal or self._starts_phrase(i + 1))
        return False

    def _adjectival(self, i: int) -> bool:
        token = self.tokens[i]
        if token.entities:
            return token.entities[0].type == "nationality"
        return token.low.endswith(("ous", "ful", "ive", "ic", "al", "ian", "less", "able", "ible", "ant", "ent", "-run", "-like", "est")) or ("-" in token.low and token.low.endswith(("ing", "ed"))) or (self._has(i, "opinion") and not token.low.endswith("s")) or token.low in (
            "young", "old", "former", "real", "true", "grim", "dark", "late", "early", "small", "big", "new", "famous", "whole", "own", "same", "ordinary", "simple"
        )  # fmt: skip

    def _after_preposition(self) -> bool:
        """After *of*, *in* ... stands a noun, even where the word could be a verb (*a set of rules*)."""
        before = self.out[-1] if self.out else None
        return isinstance(before, Mark) and before.kind == "preposition"

    def _premodifier_start(self, i: int) -> bool:
        before = self.out[-1] if self.out else None
        if self.tokens[i].capital and i > 0 and self.tokens[i].low != self.tokens[i].text:
            return True
        if self._nominal(i):
            return True
        if before is None or isinstance(before, Mark):
            return self._premodifies(i)
        return isinstance(before, VG) and self._premodifies(i)

    def _describe(self, np: NP, content: list[Token]) -> None:
        """Head, class, name and entities of a phrase from its content words."""
        np.mods = [t.low for t in content[:-1]]
        for token in content:
            np.entities.extend(token.entities)
        last = content[-1]
        if any(word.endswith("-like") for word in (*np.mods, last.low)):
            np.hedged = True
        # The longest run of class words that ends the phrase is its head: "television series", "labour camp".
        for size in (3, 2, 1):
            words = " ".join(t.low for t in content[-size:])
            classes = self.words.classes.get(words, ())
            for class_, sem in _BY_CLASS:
                if len(content) >= size and class_ in classes and not any(t.entities for t in content[-size:]):
                    if (
                        size == 1
                        and last.capital
                        and len(content) > 1
                        and content[-2].capital
                        and class_ not in ("film", "form", "camp", "festival", "prize")
                    ):
                        continue
                    np.head, np.sem = words, sem
                    np.mods = [t.low for t in content[:-size]]
                    return
        if last.entities:
            kinds = [e.type for e in last.entities]
            np.head = last.low
            if "work" in kinds and any(mod in self.words.forms_of_work for mod in np.mods):
                kinds = ["work"]  # *the novel Sotnikov*, though a character has that name
            np.sem = next((_BY_ENTITY[k] for k in kinds if k in _BY_ENTITY), "O")
            np.name = last.text
            if kinds == ["nationality"]:
                np.sem = "O"
            return
        np.head = last.low
        if _YEAR.match(plain(last.low)) or re.match(r"^\d{4}s?$", last.low):
            np.sem = "DATE"
            return
        names: list[Token] = []
        for token in reversed(content):
            if not token.capital or any(e.type not in ("character", "agent") for e in token.entities):
                break  # a first name may be a character's, too: *Heinz Konsalik*
            names.insert(0, token)
        if (
            names
            and names[0] is self.tokens[0]
            and len(names) == 1
            and (np.head in self.words.forms or np.head in self.words.classes)
        ):
            names = []
        if names:
            np.name = " ".join(t.text for t in names)
            person = names[-1].low not in _NO_PERSON and not any(t.text[:1].isdigit() for t in names)
            np.sem = "NAME" if person else "O"
            if len(names) == 1 and names[0] is self.tokens[0] and not any(t.capital for t in content[1:]):
                np.sem = "NAME"


def negative_lemma(word: str) -> bool:
    return word in ("failed", "refused", "fails", "refuses", "failing", "refusing")


def tokens_index(tokens: Sequence[Token], token: Token) -> int:
    return next(i for i, other in enumerate(tokens) if other is token)


def _adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in ("family", "early", "only", "italy", "july", "deadly", "friendly", "elderly", "orderly", "lovely", "likely")  # fmt: skip
