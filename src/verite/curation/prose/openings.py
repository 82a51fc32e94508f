"""How an entry begins: who made the film, from what, set when and where. Each frame is one form of the sentence."""

from collections.abc import Iterator

from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import Slots
from verite.english import a, possessive


def openings(s: Slots) -> Iterator[Draft]:
    """The drafts that the record allows, the fullest first."""
    form, title, author = s.source
    d, c, p, t, n = s.director, s.country, s.place, s.time, s.noun
    by = possessive(d.words)
    whose = possessive(author.words)
    named = f" {title.words}" if title else ""
    about = "documentary" in n  # what a documentary is about stands first; a story is told by what happens in it
    drafts = (
        draft("directed-source-set", f"{d.words} directed this {n}, based on the {form.words}{named} by {author.words} and set {p.words} {t.words}.", "director based_on set_place set_time", d, form, author, p, t),
        draft("set-maker-source", f"Set {p.words} {t.words}, {by} {n} is based on {whose} {form.words}{named}.", "set_place set_time director based_on", p, t, d, form, author),
        draft("source-first", f"Based on {whose} {form.words}{named}, the {n} by {d.words} is set {p.words}.", "based_on director set_place", form, author, d, p),
        draft("possessive-country-set", f"{by} {n} is set {p.words} {t.words}.", "director set_place set_time", d, p, t),
        draft("country-maker-set", f"This {c.words} {n}, directed by {d.words}, is set {p.words} {t.words}.", "country director set_place set_time", c, d, p, t),
        draft("story-takes-place", f"The story takes place {p.words} {t.words}; {d.words} directed the {n}.", "set_place set_time director", p, t, d),
        draft("set-directed", f"Set {p.words} {t.words}, the {n} was directed by {d.words}.", "set_place set_time director", p, t, d),
        draft("adaptation-of", f"The {n} is an adaptation of {whose} {form.words}{named}, directed by {d.words} and set {p.words}.", "based_on director set_place", form, author, d, p),
        draft("directed-from", f"{d.words} directed the {n} from the {form.words}{named} by {author.words}.", "director based_on", d, form, author),
        draft("topic-country-by", f"{a(c.words + ' ' + n)} about {s.topic.words}, it was directed by {d.words}." if about else "", "country director topic", c, d, s.topic),
        draft("possessive-about", f"{by} {n} is about {s.topic.words}." if about else "", "director topic", d, s.topic),
        draft("devoted-to", f"{d.words} directed this {n}, which is devoted to {s.topic.words}." if about else "", "director topic", d, s.topic),
        draft("about-by", f"This {n} about {s.topic.words} is by {d.words}." if about else "", "director topic", d, s.topic),
        draft("wrote-directed-set", f"{d.words} wrote and directed this {n}, which is set {p.words} {t.words}." if s.wrote_too else "", "director writer set_place set_time", d, p, t),
        draft("country-by-set-time", f"A {c.words} {n} by {d.words}, set {t.words}.", "country director set_time", c, d, t),
        draft("country-by-set-place", f"A {c.words} {n} by {d.words}, set {p.words}.", "country director set_place", c, d, p),
        draft("maker-set-time", f"{d.words} directed this {n}, which is set {t.words}.", "director set_time", d, t),
        draft("possessive-set-place", f"{by} {n} is set {p.words}.", "director set_place", d, p),
        draft("action-time", f"The action takes place {t.words}. {d.words} directed the {n}.", "set_time director", t, d),
        draft("set-place-country", f"Set {p.words}, this {c.words} {n} was directed by {d.words}.", "set_place country director", p, c, d),
        draft("place-directed-by", f"The {n}, directed by {d.words}, is set {p.words}.", "director set_place", d, p),
        draft("wrote-directed", f"{d.words} wrote and directed the {n}." if s.wrote_too else "", "director writer", d),
        draft("wrote-directed-passive", f"It was written and directed by {d.words}." if s.wrote_too else "", "director writer", d),
        draft("source-by", f"The {n} is based on the {form.words}{named} by {author.words}; it was directed by {d.words}.", "based_on director", form, author, d),
        draft("possessive-source", f"{by} {n} is based on {whose} {form.words}.", "director based_on", d, form, author),
        draft("country-directed", f"{d.words} directed this {c.words} {n}.", "director country", d, c),
        draft("country-by", f"{a(c.words + ' ' + n)} directed by {d.words}.", "country director", c, d),
        draft("directed-by", f"Directed by {d.words}, the {n} is set {t.words}.", "director set_time", d, t),
        draft("is-a-film-by", f"It is {a(n)} by {d.words}.", "director", d),
        draft("director-was", f"Its director was {d.words}.", "director", d),
        draft("made-the", f"{d.words} made the {n}.", "director", d),
        draft("was-made-by", f"The {n} was made by {d.words}.", "director", d),
        draft("was-directed", f"The {n} was directed by {d.words}.", "director", d),
    )  # fmt: skip
    return (one for one in drafts if one is not None and one.text)
