"""`sitemap.xml`, for a guide that says where it stands on the web (`address` in guide.toml): its pages, for search engines.

The form is that of sitemaps.org 0.9.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verite.guide.outputs.markup import text

if TYPE_CHECKING:
    from verite.guide.site import Site

_LEFT_OUT = ("/print/", "search/", "order/")


def files(site: "Site") -> Iterator[tuple[str, str]]:
    if not site.guide.address:
        return
    rows = "".join(
        f"<url><loc>{text(site.guide.address + path)}</loc><lastmod>{site.guide.checked}</lastmod></url>\n"
        for path, _ in site.pages
        if not any(part in path for part in _LEFT_OUT)
    )
    yield (
        "sitemap.xml",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
        ),
    )
