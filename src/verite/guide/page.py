"""A page from its template: the one place that knows Jinja, the language, and how deep a page lies."""

import re
from functools import cache
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Any

from verite.english import sentence
from verite.guide import editorial
from verite.guide.notes import usual_day
from verite.guide.strings import strings
from verite.guide.words import foreign, shortened

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, path: str, shared: dict[str, Any], **values: Any) -> str:
    """The page at `path` (relative, ending in a file's name): every address in it is relative to that."""
    root = "../" * path.count("/")
    page = _environment(shared["guide"].language).get_template(f"{template}.html")
    return page.render(shared | values | {"root": root, "path": path})


def static(name: str) -> str:
    """A file that goes out as it is: the script of the search, and the style without its comments."""
    text = resources("verite.guide").joinpath(f"static/{name}").read_text("utf-8")
    if not name.endswith(".css"):
        return text
    return re.sub(r"/\*.*?\*/\s*|^ +|(?<=[{;,]) (?=\S)| (?=[{}])", "", text, flags=re.DOTALL | re.MULTILINE)


@cache
def _environment(language: str) -> "Environment":
    """The templates in a language: see `strings`."""
    import jinja2  # only publishing needs it
    from jinja2.ext import Extension
    from markupsafe import Markup  # what `pictures` has made is escaped there

    spoken = strings(language)

    class InLanguage(Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return spoken.template(source)

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("verite.guide"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, keep_trailing_newline=True, extensions=[InLanguage],
    )  # fmt: skip
    environment.globals |= {
        "_": spoken.say,
        "count": spoken.counted,
    }
    environment.filters |= {
        "date": spoken.date,
        "foreign": foreign,
        "initial": lambda words: words[:1].upper() + words[1:],
        "name": lambda words, tongue: tongue.name(words),
        "plain": editorial.plain,
        "said": lambda words, tongue: tongue.said(words),
        "spoken": lambda line: "".join(part.text for part in line.segments),
        "sentence": sentence,
        "shortened": shortened,
        "spoken_in": lambda tongue: Markup(' lang="{}"').format(tongue) if tongue else "",
        "svg": Markup,
        "usual_day": usual_day,
    }
    return environment
