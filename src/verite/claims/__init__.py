"""The claim kinds, one file each, in the order of reports and pages."""

from verite.claims import (
    award,
    ban,
    based_on,
    cast,
    composer,
    count,
    country,
    crew,
    director,
    existence,
    filming_place,
    opinion,
    person,
    set_time,
    story,
    topic,
    true_story,
    writer,
    year,
)
from verite.claims.kind import Kind

KINDS: tuple[Kind, ...] = (
    existence.KIND,
    year.KIND,
    director.KIND,
    cast.KIND,
    writer.KIND,
    composer.KIND,
    crew.KIND,
    country.KIND,
    award.KIND,
    based_on.KIND,
    true_story.KIND,
    person.KIND,
    set_time.KIND,
    filming_place.KIND,
    ban.KIND,
    story.KIND,
    topic.KIND,
    count.KIND,
    opinion.KIND,
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
