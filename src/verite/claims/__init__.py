"""The claim kinds, one file each, in the order of reports and pages."""

from verite.claims import (
    award,
    ban,
    based_on,
    colour,
    count,
    country,
    director,
    duration,
    existence,
    filming_place,
    money,
    nomination,
    opinion,
    ordinal,
    person,
    premiere,
    set_place,
    set_time,
    story,
    topic,
    true_story,
    year,
)
from verite.claims.kind import Kind

KINDS: tuple[Kind, ...] = (
    existence.KIND,
    year.KIND,
    director.KIND,
    country.KIND,
    duration.KIND,
    colour.KIND,
    award.KIND,
    nomination.KIND,
    ordinal.KIND,
    based_on.KIND,
    true_story.KIND,
    person.KIND,
    set_time.KIND,
    set_place.KIND,
    filming_place.KIND,
    premiere.KIND,
    ban.KIND,
    money.KIND,
    story.KIND,
    topic.KIND,
    count.KIND,
    opinion.KIND,
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
