"""A page from its template: the one place that knows Jinja, the language, and how deep a page lies."""

import re
from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

from verite.english import date, sentence
from verite.guide.words import foreign, shortened

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, path: str, shared: dict[str, Any], **values: Any) -> str:
    """The page at `path` (relative, ending in a file's name): every address in it is relative to that."""
    root = "../" * path.count("/")
    return _environment().get_template(f"{template}.html").render(shared | values | {"root": root, "path": path})


def static(name: str) -> str:
    """A file that goes out as it is: the script of the search, and the style without its comments."""
    text = resources("verite.guide").joinpath(f"static/{name}").read_text("utf-8")
    if not name.endswith(".css"):
        return text
    return re.sub(r"/\*.*?\*/\s*|^ +|(?<=[{;]) (?=\S)", "", text, flags=re.DOTALL | re.MULTILINE)


@cache
def _environment() -> "Environment":
    import jinja2  # only publishing needs it
    from markupsafe import Markup  # what `pictures` has made is escaped there

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("verite.guide"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "date": date,
        "foreign": foreign,
        "sentence": sentence,
        "shortened": shortened,
        "svg": Markup,
    }
    return environment
