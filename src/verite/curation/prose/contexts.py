"""What a film is about, amid which events of history, through whose eyes, and what is worth knowing beforehand."""

from collections.abc import Iterator

from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import ABOUT, Slot, Slots
from verite.english import several

_NAMED = ("great-terror", "holodomor", "great-patriotic-war", "russian-civil-war", "red-terror", "khrushchev-thaw")  # fmt: skip


def contexts(s: Slots, theme: str) -> Iterator[Draft]:
    """The drafts that the record allows: events first, then subjects, those that the most sources give first, and the
    theme itself last: that a film of a list on the Gulag is about the Gulag tells nothing."""
    n = s.noun
    if "documentary" in n and s.where and s.said("camp"):
        camps = Slot("x", tuple(s.said("camp")))
        if one := draft(
            "tells-of-camps",
            f"It tells of the camps {s.where.words} {s.when.words}.".replace(" .", "."),
            "topic",
            camps,
            s.where,
        ):
            yield one
    for said in s.said("set_event"):
        if str(said.value) not in _NAMED or str(said.value) == theme or "documentary" in n:
            continue
        event = str(s.catalogue.events.get(str(said.value), {}).get("name", ""))
        slot = Slot(event, (said,))
        for frame, text in (
            ("set-during", f"It is set during the {event}."),
            ("takes-place-during", f"The story takes place during the {event}."),
            ("set-in-years-of", f"The {n} is set during the {event}."),
        ):
            if one := draft(frame, text, "set_time", slot):
                yield one
    for said in sorted(s.said("topic"), key=lambda x: (str(x.value) == theme, -len(x.sources))):
        about = ABOUT.get(str(said.value))
        if about is None:
            continue
        slot = Slot(about, (said,))
        for frame, text in (
            ("it-is-about", f"It is about {about}."),
            ("deals-with", f"The {n} deals with {about}."),
            ("tells-of-subject", f"It tells of {about}."),
            ("concerns", f"It concerns {about}."),
            ("takes-as-subject", f"The {n} takes {about} as its subject."),
            ("subject-is", f"Its subject is {about}."),
            ("is-about", f"The {n} is about {about}."),
        ):
            if one := draft(frame, text, "topic", slot):
                yield one


_EYES = {
    "prisoner": "a prisoner", "family": "a family", "child": "a child", "exile": "an exile", "guard": "a guard",
    "interrogator": "an interrogator", "informer": "an informer", "ruler": "a ruler", "bystander": "a bystander",
    "outsider": "an outsider",
}  # fmt: skip


def views(s: Slots) -> Iterator[Draft]:
    """Through whose eyes the story is told, if the record is of one mind."""
    said = s.said("perspective")
    if len(said) != 1 or str(said[0].value) not in _EYES:
        return
    who, slot = _EYES[str(said[0].value)], Slot("x", (said[0],))
    for frame, text in (
        ("point-of-view", f"The story is told from the point of view of {who}."),
        ("through-the-eyes", f"It is told through the eyes of {who}."),
        ("from-perspective", f"The {s.noun} is told from the perspective of {who}."),
        ("events-seen", f"Events are seen through the eyes of {who}."),
        ("story-seen", f"The story is seen through the eyes of {who}."),
        ("viewpoint", f"It is told from the viewpoint of {who}."),
    ):
        if one := draft(f"view-{frame}", text, "perspective", slot):
            yield one


_CONTENT = {
    "torture": "torture", "execution": "an execution", "violence": "violence", "suicide": "a suicide",
    "sexual-violence": "sexual violence", "starvation": "starvation", "mass-killing": "a mass killing",
    "death-of-a-child": "the death of a child", "children-in-danger": "children in danger", "cannibalism": "cannibalism",
    "dead-bodies": "dead bodies", "cruelty-to-animals": "cruelty to animals", "nudity": "nudity", "war": "war",
    "antisemitism": "antisemitism", "strong-language": "strong language",
}  # fmt: skip


def warnings(s: Slots) -> Iterator[Draft]:
    """What a viewer may wish to know beforehand: all that is recorded as shown, in the order of `_CONTENT`."""
    said = {str(c.value): c for c in s.said("content") if c.qualifiers.get("mode", "shown") == "shown"}
    known = [value for value in _CONTENT if value in said]
    if not known:
        return
    words, slot = several([_CONTENT[value] for value in known]), Slot("x", tuple(said[value] for value in known))
    for frame, text in (
        ("shows", f"It shows {words}."),
        ("the-film-shows", f"The {s.noun} shows {words}."),
        ("scenes-show", f"Some scenes show {words}."),
        ("depicts", f"It depicts {words}."),
        ("includes", f"The {s.noun} includes {words}."),
        ("film-depicts", f"The {s.noun} depicts {words}."),
        ("includes-it", f"It includes {words}."),
        ("scenes-depict", f"Some scenes depict {words}."),
        ("film-contains", f"The {s.noun} contains scenes of {words}."),
        ("contains", f"It contains scenes of {words}."),
    ):
        if one := draft(f"content-{frame}", text, "content", slot):
            yield one
