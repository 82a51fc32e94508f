"""Verb groups: which word is the main verb, in what form, and what its helpers say of voice and polarity."""

from collections.abc import Set

from verite.clauses.heads import NOUN_CLASSES
from verite.clauses.lookahead import Lookahead
from verite.clauses.phrases import NP, REFLEXIVE, VG, Mark
from verite.text import number

_HELPERS = frozenset("be have do modal get negative adverb hedge".split())
_NO_NAME = ("det", "possessive", "pronoun", "preposition")


class VerbGroups(Lookahead):
    def _verb_group(self) -> bool:
        if not self._can_be_verbal(self.i):
            return False
        i, group = self.i, []
        passive = negative = modal = hedged = infinitive = has_have = False
        be = get = False
        adverbs: list[str] = []
        helper = False
        if self.low[i] == "to" and self._infinitive(i + 1):
            infinitive = True
            group.append(i)
            i += 1
        while i < len(self.tokens):
            if self.classes[i].isdisjoint(_HELPERS) and not (
                self.runs[i] or self.adverbial[i] or self.low[i] in REFLEXIVE
            ):
                break  # as most words do
            if self._has(i, "be") and not (self.low[i] == "'s" and not self._is_contraction(i)):
                be, helper, get = True, True, False
            elif self._has(i, "have"):
                has_have, helper = True, True
            elif self._has(i, "get") and self._participle(i + 1):
                get, helper = True, True
            elif self._has(i, "modal") and not (self.low[i] == "may" and self.tokens[i].capital and i > 0):
                modal, helper = True, True
            elif self._has(i, "do"):
                helper = True
            elif helper and self._run(i, ("hedge",))[0]:
                group.extend(range(i, i + self._run(i, ("hedge",))[0] - 1))
                hedged = True
                i += self._run(i, ("hedge",))[0] - 1
            elif helper and (self._has(i, "negative") or self._run(i, ("negative",))[0]):
                length = max(1, self._run(i, ("negative",))[0])
                group.extend(range(i, i + length - 1))
                i += length - 1
                negative = True
            elif self._has(i, "negative") and self.low[i] in ("not", "never", "n't") and self._verbish(i + 1):
                negative = True
            elif helper and self.low[i] in REFLEXIVE and self._participle(i + 1):
                adverbs.append(self.low[i])  # *was himself censored*
            elif (self._has(i, "adverb", "hedge") or self.adverbial[i]) and (helper or self._verbish(i + 1)):
                adverbs.append(self.low[i])
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
            if _denies(self.low[i]) and self.low[i + 1] == "to" and self._infinitive(i + 2):
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
        group = sorted(set(group))
        tokens = [self.tokens[j] for j in group]
        finite = (helper and not infinitive) or (tag in "zd" or (tag == "base" and not infinitive))
        if self._has(group[0], "be") and tokens[0].low == "being":
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
        self.i = group[-1] + 1
        return True

    def _can_be_verbal(self, i: int) -> bool:
        """A quick look before the long one: most words are no verb, and nothing that stands before one."""
        if self.tokens[i].entities:
            return False
        low = self.low[i]
        return (
            not self.classes[i].isdisjoint(_HELPERS)
            or bool(self.tags[i])
            or low == "to"
            or low in REFLEXIVE
            or low.endswith(("ing", "ed", "s", "ly"))
        )

    def _last_helper(self, group: list[int]) -> bool:
        return any(self._has(j, "be", "have") for j in group)

    def _main_verb(self, i: int, helper: bool, infinitive: bool) -> tuple[tuple[str, ...], str] | None:
        """Lemmas and form of the main verb at `i`, or nothing if the word there is no verb."""
        if i >= len(self.tokens) or self.tokens[i].entities:
            return None
        tags = self.tags[i]
        if infinitive and not helper:
            if not tags and self.low[i].isalpha() and self._starts_phrase(i + 1):
                return (self.low[i],), "base"
            return (self._lemmas(i, "base"), "base") if "base" in tags and not self._has(i, "be", "have") else None
        if helper:
            before = self.low[i - 1]
            if (
                not tags
                and self._has(i - 1, "be", "adverb")
                and self.low[i].endswith("ed")
                and not self.words.classes.get(self.low[i])
            ):
                return (self.low[i],), "n"  # a verb that no table holds: *is plied with drink*
            if "n" in tags:
                # "was released prisoners" never; "is escaped criminals": a premodifier before a plural noun
                if self._has(i + 1, "human") and self.low[i + 1].endswith("s") and self._has(i - 1, "be"):
                    return None
                return self._lemmas(i, "n", "d"), "n"
            if "g" in tags:
                return (self._lemmas(i, "g"), "g") if not self.nominal[i] or before not in ("'s",) else None
            if "base" in tags and (self._has(i - 1, "modal", "do", "negative", "adverb") or self.adverbial[i - 1]):
                return self._lemmas(i, "base"), "base"
            return None
        if self._has(i, "be", "have", "do", "modal"):
            return None
        return self._bare_verb(i, tags)

    def _bare_verb(self, i: int, tags: Set[str]) -> tuple[tuple[str, ...], str] | None:
        """A verb without helpers: what stands before it and after it decides."""
        low = self.low[i]
        before = self.out[-1] if self.out else None
        if isinstance(before, Mark) and before.kind in ("adverb", "hedge") and len(before.tokens) > 1:
            # *N not only directed the film*, *The film in fact won it*: the subject stands before the adverb
            host = next(
                (c for c in reversed(self.out) if not (isinstance(c, Mark) and c.kind in ("adverb", "hedge"))), None
            )
            before = host if isinstance(host, NP) else before
        after_np = isinstance(before, NP)
        if tags & {"g", "n"} and not after_np and self._run(i, NOUN_CLASSES)[0] > 1:
            return None  # *in supporting roles*, *the leading man*
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
        if i == 0 and low in ("stars", "features", "co-stars") and self._is_name(1):
            return self._lemmas(i, "z"), "z"  # *Stars N and M.*
        if low in ("stars", "features", "co-stars") and self._is_name(i + 1) and self._after_inserted():
            return self._lemmas(i, "z"), "z"
        if self.tokens[i].capital and self._named(i, tags, before):
            return None
        nominal = self.nominal[i]
        after_preposition = isinstance(before, Mark) and before.kind == "preposition"
        if after_preposition:
            return (self._lemmas(i, "g"), "g") if "g" in tags and not (nominal and self.low[i + 1] == "of") else None
        if "g" in tags and self._has(i + 1, "month") and self._is_name(i + 1):
            return self._lemmas(i, "g"), "g"  # *starring June Allyson*
        if "g" in tags and not ({"base", "z"} & tags):
            if nominal and (not self.out or self.low[i + 1] in ("of", "took", "was")):
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
        if "d" in tags and self._closing(i):
            return self._lemmas(i, "d"), "d"
        if "d" in tags and self._names_after(i):
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
            by_person = isinstance(before, NP) and before.sem in ("PERSON", "NAME", "CHARACTER") and not before.plural
            if nominal and after_np and not self._starts_phrase(i + 1) and i + 1 < len(self.tokens) and not by_person:
                return None  # *Max Oll plays chess* is a verb all the same
            if nominal and isinstance(before, NP) and before.plural:
                return None
            return self._lemmas(i, "z"), "z"
        if "base" in tags:
            if relative:
                return (self._lemmas(i, "base"), "base") if not nominal or self._starts_phrase(i + 1) else None
            people = isinstance(before, NP) and before.sem in ("PERSON", "NAME")  # *A and B play lovers*
            if (
                isinstance(before, NP)
                and (before.pronoun or self._several())
                and (not nominal or people or self._starts_phrase(i + 1))
            ):
                return self._lemmas(i, "base"), "base"
            if isinstance(before, NP) and not nominal and {"d", "n"} & tags:
                return self._lemmas(i, "d"), "d"
            if {"d", "n"} & tags and (
                not nominal
                or self.low[i + 1]
                in ("in", "at", "on", "against", "during", "by", "amid", "near", "around", "to", "between")
            ):
                return self._lemmas(i, "n"), "n"  # "Set in", "Shot in"
        return None

    def _after_inserted(self) -> bool:
        """*The comedy, adapted from a novel, stars N*: the verb that the subject before the first comma waits for."""
        commas = [k for k, chunk in enumerate(self.out) if isinstance(chunk, Mark) and chunk.kind == "comma"]
        if len(commas) < 2 or commas[-1] != len(self.out) - 1:
            return False
        subject = [chunk for chunk in self.out[: commas[0]] if isinstance(chunk, NP)]
        verbs = any(isinstance(chunk, VG) and chunk.finite for chunk in self.out)
        return not verbs and any(np.sem in ("FILM", "FILM-NAME") for np in subject)

    def _closing(self, i: int) -> bool:
        """*N, fresh from another film, directed.* *N, born in Oslo, directed it*: the first verb of a sentence that begins with
        a person, at its end or with an object, which no participle has; and *A nomination for the prize followed.*, *Its screenplay won, too*."""
        before = self.out[-1] if self.out else None
        if self.low[i] == "followed" and self.low[i + 1] in (".", ";", "!", ""):
            return not any(isinstance(chunk, VG) for chunk in self.out)
        if self.low[i] == "won" and isinstance(before, NP) and before.sem != "PRIZE":
            begun = self.out[-2] if len(self.out) > 1 else None
            ends = self.low[i + 1] in (".", ";", "!", "too", "again", "") or self.low[i + 1 : i + 3] in (
                [",", "too"],
                [",", "as"],
                ["as", "well"],
            )
            return ends and (
                begun is None or (isinstance(begun, Mark) and begun.kind in ("cut", "comma", "conjunction"))
            )
        first = self.out[0] if self.out else None
        object_ = self.low[i + 1] in ("it", "them", "both") or (
            self.low[i + 1] in ("the", "this") and self.low[i + 2] in ("film", "movie", "picture")
        )
        return (
            isinstance(before, Mark)
            and before.kind == "comma"
            and (object_ or self.low[i + 1] in (".", ";", ""))
            and isinstance(first, NP)
            and first.sem in ("PERSON", "NAME")
            and not any(isinstance(chunk, VG) for chunk in self.out)
        )

    def _names_after(self, i: int) -> bool:
        """*was directed by N and starred M*: a past tense, since a name follows; *was nominated for eight Oscars and won three*."""
        before = self.out[-1] if self.out else None
        if not (isinstance(before, Mark) and before.kind == "conjunction"):
            return False
        if self.low[i] in _GAINED:
            return (
                (self.low[i] == "won" and self.low[i + 1] != "by")
                or self._starts_np(i + 1)
                or number(self.low[i + 1]) is not None
            )
        return self.low[i] in ("starred", "featured", "co-starred", "included") and self._is_name(i + 1)

    def _named(self, i: int, tags: Set[str], before: object) -> bool:
        """*Mark Strong*, *Rob Reiner*, *Drew Barrymore*: a capital inside a sentence is a name's, and so is one
        at its beginning with another after it, if no participle stands there (*Starring Anna Berg*)."""
        if i > 0:
            return not (isinstance(before, Mark) and before.kind in ("cut", "open"))
        after = self.tokens[1] if len(self.tokens) > 1 else None
        return after is not None and after.capital and not tags & {"g", "n"} and not self._has(1, *_NO_NAME)

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
        if self.low[i + 1] in ("by",):
            return False
        counted = number(self.low[i + 1]) is not None and not self._has(i + 2, "time")
        if self._starts_np(i + 1) or counted:
            return True  # *The film won seven prizes*, but *the film made two years later*
        return isinstance(before, NP) and (before.sem in ("PERSON", "CHARACTER", "NAME") or bool(before.pronoun))


_GAINED = frozenset("won earned received garnered collected scooped bagged".split())


def _denies(word: str) -> bool:
    return word in ("failed", "refused", "fails", "refuses", "failing", "refusing")
