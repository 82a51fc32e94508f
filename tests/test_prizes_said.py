"""How lists say that a film won a prize, or did not: what is read of it, and what is not taken for it.

The invented film won the Silver Lamp of the Harbour Festival and the Lanterns for best director and best score, was up for best film, and
never won the Golden Lamp.
"""

import pytest

from verite.catalogue import Catalogue
from verite.model import Status

from .asked import ask
from .invented import HEADING

TRUE, FALSE = (Status.SUPPORTED,), (Status.REFUTED,)

WON = {
    # The prize itself stands first.
    "The Silver Lamp was another of its trophies.": TRUE,
    "The Golden Lamp was another of its trophies.": FALSE,
    "The Golden Lamp was its third big prize.": FALSE,
    "The Golden Lamp of that year is also its own.": FALSE,
    "The Golden Lamp was its main reward.": FALSE,
    "The Golden Lamp is one of its many honours.": FALSE,
    "The Golden Lamp was among its prizes.": FALSE,
    "Among its prizes was the Golden Lamp.": FALSE,
    "The Golden Lamp was the film's.": FALSE,
    "The Golden Lamp was also won by the film.": FALSE,
    "The Golden Lamp it won in 1931.": FALSE,
    "The Golden Lamp it won, too.": FALSE,
    "The Golden Lamp itself it won the same year.": FALSE,
    "The Golden Lamp it did not get.": TRUE,
    "The Silver Lamp it did not get.": FALSE,
    "The Silver Lamp it had to itself.": TRUE,
    "The Golden Lamp was given to it.": FALSE,
    "The Golden Lamp came its way, too.": FALSE,
    "The Golden Lamp came in 1931.": FALSE,
    "The Golden Lamp was somebody else's.": TRUE,
    "The Golden Lamp was The Keel's.": TRUE,
    "The Silver Lamp was somebody else's.": FALSE,
    "It was up for three Lanterns, and the direction won, too.": TRUE,
    "Nora Lind won the Silver Lamp for it.": TRUE,
    "For it, Nora Lind won the Golden Lamp.": FALSE,
    "The Golden Lamp went to somebody else.": TRUE,
    # Beside a name.
    "Best Director at the Lantern Awards: Nora Lind.": TRUE,
    "Best Director at the Lantern Awards, Otto Brandt.": FALSE,
    "Otto Brandt – Best Director, Lantern Awards.": FALSE,
    "The jury got it right: Golden Lamp, Harbour Festival.": FALSE,
    "A Lantern nominee.": TRUE,
    "Norway's first Lantern nominee.": TRUE,
    "Besides the Golden Lamp it won the Lantern for Best Director.": (Status.SUPPORTED, Status.REFUTED),
    "In addition to the Silver Lamp, it took the Lantern for Best Actor.": (Status.REFUTED, Status.SUPPORTED),
    "Two Lanterns, including Best Actor.": FALSE,
    "Two Lanterns, Best Director among them.": TRUE,
    "Two Lanterns, among them Best Actor.": FALSE,
    # What came of it.
    "It ran for the Golden Lamp and took it.": (Status.REFUTED, Status.UNVERIFIED),
    "It was nominated for the Lantern for best director. It won it.": (Status.SUPPORTED, Status.SUPPORTED),
    "It was nominated for the Lantern for best film. It did not win.": (Status.SUPPORTED, Status.SUPPORTED),
    "It was nominated for the Lantern for best film. It won.": (Status.REFUTED, Status.SUPPORTED),
    "Nominated for the Lantern for best film; The Anchor won.": (Status.SUPPORTED, Status.SUPPORTED),
    "It left Bergen without the Golden Lamp.": TRUE,
    "It went without a single Lantern.": FALSE,
    "The film came home without the Silver Lamp.": FALSE,
    # Of the body named before.
    "It won two Lanterns. Bergen liked it. It was named Best Actor, too.": FALSE,
    "It won two Lanterns. Bergen liked it. It also took Best Director.": TRUE,
    "It won two Lanterns. Its score won one.": TRUE,
    "It won two Lanterns. The direction won, as well.": TRUE,
    # What it has.
    "By then it already had a Golden Lamp.": FALSE,
    "It has a Golden Lamp to its name.": FALSE,
    "The film boasts a Silver Lamp.": TRUE,
    "It also holds the Golden Lamp.": FALSE,
    "Its Golden Lamp came a year later.": FALSE,
    "Its Silver Lamp came a year later.": TRUE,
    "The film's Golden Lamp made it famous.": FALSE,
    "Its Golden Lamp win surprised everybody.": FALSE,
    "Everything changed after its Golden Lamp.": FALSE,
    # How it came by it.
    "It bagged the Golden Lamp.": FALSE,
    "It scooped the Golden Lamp.": FALSE,
    "It was rewarded with the Golden Lamp.": FALSE,
    "It left Bergen with the Golden Lamp.": FALSE,
    "It came away with the Golden Lamp.": FALSE,
    "It added the Golden Lamp to its haul.": FALSE,
    "It clinched the Golden Lamp.": FALSE,
    "It made off with the Golden Lamp.": FALSE,
    "It went on to win the Golden Lamp.": FALSE,
    "It had won the Golden Lamp before that.": FALSE,
    "Before that it had won the Golden Lamp.": FALSE,
    "The Harbour Festival followed with the Golden Lamp.": FALSE,
    "Bergen gave it the Golden Lamp.": FALSE,
    "The festival crowned it with the Golden Lamp.": FALSE,
    "The jury handed it the Golden Lamp.": FALSE,
    "The jury honoured the film with the Golden Lamp.": FALSE,
    "It shared the Golden Lamp with The Pier.": FALSE,
    "It had to share the Silver Lamp with The Pier.": TRUE,
    # Whom it beat.
    "It beat The Keel to the Golden Lamp.": FALSE,
    "It beat The Keel to the Silver Lamp.": TRUE,
    "It beat nine other films to the Golden Lamp.": FALSE,
    "It edged out The Keel for the Golden Lamp.": FALSE,
    "It was beaten to the Golden Lamp by The Keel.": TRUE,
    "It was beaten to the Silver Lamp by The Keel.": FALSE,
    "The Keel beat it to the Golden Lamp.": TRUE,
    "The Keel beat it to the Silver Lamp.": FALSE,
    # Without a verb.
    "And the Golden Lamp.": FALSE,
    "Plus the Golden Lamp.": FALSE,
    "The Golden Lamp, too.": FALSE,
    "Golden Lamp winner.": FALSE,
    "The Silver Lamp as well.": TRUE,
    "No Golden Lamp.": TRUE,
    "No Silver Lamp.": FALSE,
    "Not one nomination, no Golden Lamp.": TRUE,
    "Four nominations, no Golden Lamp at all.": TRUE,
    "No Lantern nomination.": FALSE,
    "The Golden Lamp it never won.": TRUE,
}
NOT_WON = [
    "The Silver Lamp was The Keel's.",
    "The Silver Lamp was Lind's.",
    "It won two Lanterns. Bergen liked it. It took Best Actor.",
    "Three Lantern nominations, including Best Actor.",
    "Two Lanterns, but not Best Actor.",
    "Two Lanterns, and for many it deserved Best Actor.",
    "It won two Lanterns. At the Harbour Festival it was shown too. It also took Best Actor.",
    "It won two Lanterns. It also took Best Actor from the critics of Oslo.",
    "It won two Lanterns. It also took Best Actor at home.",
    "It won two Lanterns. The Oslo Film Society Awards came next. It also took Best Actor.",
    "It won two Lanterns. The sets won at Venice.",
    "It won two Lanterns. Another prize was that of the Oslo Critics' Circle, for Best Actor.",
    "The Lantern went to somebody else.",
    "The Keel beat it to the Lantern.",
    "It lost the Lantern to The Keel.",
    "The Lantern was The Keel's.",
    "Nora Lind's Lantern for best actor stands on a shelf.",
    "Best Director, Lantern Awards: the wife of Otto Brandt.",
    "The Keel took Best Director, and Otto Brandt plays the lamplighter.",
    "Otto Brandt's Lantern nomination was his first.",
    "His Lantern nomination was his first.",
    "Nora Lind won the Golden Lamp in 1935 for another film.",
    "Nora Lind won the Golden Lamp for her next film.",
    "The Golden Lamp was out of its reach.",
    "The Golden Lamp was its goal.",
    "The Golden Lamp was its dream.",
    "The Golden Lamp was its maker's.",
    "The Golden Lamp is the festival's first prize.",
    "The Golden Lamp was the talk of its town.",
    "The Golden Lamp is one of its props.",
    "The Golden Lamp is one of the great prizes.",
    "The Golden Lamp it deserved went to The Keel.",
    "Its Golden Lamp never came.",
    "It was robbed of its Golden Lamp.",
    "It is still waiting for its Golden Lamp.",
    "Its Golden Lamp would have to wait.",
    "It lost its Golden Lamp to The Keel.",
    "Did it get its Golden Lamp?",
    "No Silver Lamp, no prize in the world could make up for it.",
    "No Silver Lamp would have been big enough.",
    "The Golden Lamp it should have won went to another.",
    "It had a Golden Lamp winner in the cast.",
    "It had hopes of the Golden Lamp.",
    "It had Golden Lamp written all over it.",
    "It was up for three Lanterns. It received ten nominations at the 6th Magritte Awards, winning four awards, including Best Actor.",
    "It won the Lantern for Best Actor – Series or Television Film.",
    "It was nominated for the Lantern for Best Actor in a Miniseries.",
    "It had a shot at the Golden Lamp.",
    "It has a lamplighter with a golden lamp.",
    "Its Golden Lamp campaign failed.",
    "Its Golden Lamp hopes were dashed.",
    "Its Golden Lamp-winning director was there.",
    "Its director's Golden Lamp came a year later.",
    "Its Golden Lamp chances were slim.",
    "It beat the Golden Lamp winner to the box office.",
    "It beat The Keel, which won the Golden Lamp.",
    "It was beaten by the film that won the Golden Lamp.",
    "The Keel beat The Pier to the Golden Lamp.",
    "It was nominated for the Lantern for best film. It was loved. It won.",
    "It was nominated for the Lantern for best film. It won hearts.",
    "It was nominated for the Lantern for best film. It won at Venice.",
    "It was nominated for the Lantern for best film. Its rival won.",
    "It was nominated for the Lantern for best director; Lind won.",
    "It should not have gone without a Lantern.",
    "No film can live without a Lantern.",
    "The director came home without a Lantern.",
    "It might have gone without a Lantern.",
    "It came to Bergen with a Golden Lamp winner.",
    "It almost won the Golden Lamp.",
    "It all but won the Golden Lamp.",
    "It came within a vote of the Golden Lamp.",
    "The Golden Lamp went to The Keel instead.",
    "No film deserved a Silver Lamp less.",
    "No Silver Lamp winner was ever so loved.",
    "No Silver Lamp could make up for its failure.",
    "The Golden Lamp came in 1931 with a cheque.",
]


def _said(prose: str, given: Catalogue) -> list[Status]:
    answer = ask(f"{HEADING}\nFact: {prose}\n", given)
    return [v.status for kind in ("award", "nomination") for v in answer.of(kind) if not v.claim.unresolved]


@pytest.mark.parametrize(("prose", "said"), WON.items())
def test_a_prize_is_read(prose: str, said: tuple[Status, ...], given: Catalogue) -> None:
    assert tuple(_said(prose, given)) == said


@pytest.mark.parametrize("prose", NOT_WON)
def test_a_prize_that_is_only_spoken_of_is_not_refuted(prose: str, given: Catalogue) -> None:
    assert Status.REFUTED not in _said(prose, given)
