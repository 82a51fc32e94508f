"""The cover: what the guide is, what is in it, what the list got wrong."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs import linked

if TYPE_CHECKING:
    from verite.guide.site import Site


def pages(site: "Site") -> Iterator[tuple[str, str]]:
    introduction, notes = site.introduction
    # A road or lessons lead into a guide; a list by itself is begun at its first film.
    ways = {address.split("/")[0] for address, _ in (*site.shared["menu"], *site.shared["footer"])}
    yield site.page(
        "cover", "index.html", introduction=introduction, notes=notes, linked=linked.guide(site),
        ways=ways if site.guide.road else (),
    )  # fmt: skip
