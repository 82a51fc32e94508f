"""What a film is about, and amid which events of history, where the story has not said so yet."""

from collections.abc import Iterator

from verite.curation.prose.draft import Draft, draft
from verite.curation.prose.slots import ABOUT, Slot, Slots

_NAMED = ("great-terror", "holodomor", "great-patriotic-war", "russian-civil-war", "red-terror", "khrushchev-thaw")  # fmt: skip


def contexts(s: Slots, theme: str) -> Iterator[Draft]:
    """The drafts that the record allows: events first, then subjects, those that the most sources give first, and the
    theme itself last: that a film of a list on the Gulag is about the Gulag tells nothing."""
    n = s.noun
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
