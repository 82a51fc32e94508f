"""Every picture of a guide as a person sees it: light, dark, narrow and on paper, by a headless Chromium.

    python docs/look_at_pictures.py [guides/gulag] [--to /tmp/verite-pictures]

writes a page with all pictures and their tables, and of it `light.png`, `dark.png`, `narrow.png` (320 px) and `print.pdf`; prints
the size of each picture and the time that they took.
"""

import argparse
import shutil
import subprocess
import time
from html import escape
from pathlib import Path

from verite.guide import read
from verite.guide.page import static
from verite.guide.pictures import cover, coverage, film_years, map, prisoners, road, timeline  # its name
from verite.guide.pictures.picture import Picture, Shown, Table
from verite.guide.site import Site
from verite.guide.words import STAGES

EVENTS = (
    "death-of-stalin", "great-terror", "great-patriotic-war", "gulag-administration-founded", "secret-speech", "memorial-founded",
    "june-deportation-1941", "special-camps-decree-1948", "russian-civil-war", "gulag-administration-dissolved",
    "deportation-of-crimean-tatars", "memorial-liquidated", "perm-political-camps", "dekulakization",
)  # fmt: skip
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:"


def pictures(guide: Path) -> dict[str, Picture]:
    site = Site(read(guide))
    catalogue = site.guide.catalogue
    films = [Shown(f.link.work, f.title, f"films/{f.slug}/index.html") for f in site.films if f.link.work]
    start = time.perf_counter()
    found = {
        "timeline": timeline.picture(films, catalogue, EVENTS),
        "map": map.picture(films, catalogue),
        "prisoners": prisoners.picture(catalogue),
        "road": road.picture(films, catalogue, STAGES),
        "coverage": coverage.picture(films, catalogue, STAGES),
    }
    for film in films:
        found[f"film-years-{film.work.id}"] = film_years.picture(film, catalogue)
        found[f"cover-{film.work.id}"] = cover.picture(film, catalogue)
    print(f"{len(films)} films, {len(found)} pictures in {time.perf_counter() - start:.2f} s")
    return {name: picture for name, picture in found.items() if picture}


def page(shown: dict[str, Picture], rows: int) -> str:
    figures = "\n".join(
        f'<figure class="figure">{p.svg}<figcaption>{escape(p.caption)}</figcaption></figure>{table(p.table, rows)}'
        for p in shown.values()
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Pictures</title><link rel="stylesheet" href="style.css">'
        f"</head><body><main>{figures}</main></body></html>"
    )


def table(of: Table, rows: int) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in of.header)
    body = "".join(
        "<tr>"
        + "".join(
            f"<td>{f'<a href={c.address!r}>' if c.address else ''}{escape(c.text)}{'</a>' if c.address else ''}</td>"
            for c in row
        )
        + "</tr>"
        for row in of.rows[:rows]
    )
    return f'<div class="box"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def shoot(folder: Path, name: str, wide: int, high: int, *more: str, page: str = "index.html") -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    plain = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={wide},{high}")
    target = f"--print-to-pdf={folder / name}" if name.endswith(".pdf") else f"--screenshot={folder / name}"
    address = (folder / page).as_uri()
    subprocess.run([browser, *plain, *more, target, address], check=True, capture_output=True, timeout=60)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("guide", nargs="?", type=Path, default=Path("guides/gulag"))
    arguments.add_argument("--to", type=Path, default=Path("/tmp/verite-pictures"))
    arguments.add_argument("--rows", type=int, default=4, help="rows of each table")
    given = arguments.parse_args()
    all_ = pictures(given.guide)
    for name, picture in all_.items():
        if not name.startswith(("film-years-", "cover-")):
            print(f"{name:12} {len(picture.svg.encode()) / 1024:5.1f} KB, {len(picture.table.rows)} rows")
    given.to.mkdir(parents=True, exist_ok=True)
    (given.to / "style.css").write_text(static("style.css"), "utf-8")
    many = [n for n in all_ if n.startswith("film-years")][:6] + [n for n in all_ if n.startswith("cover-")][:3]
    shown = {n: p for n, p in all_.items() if not n.startswith(("film-years-", "cover-")) or n in many}
    (given.to / "index.html").write_text(page(shown, given.rows), "utf-8")
    # A window is never narrower than 500 px; a frame within it may be.
    frame = '<!DOCTYPE html><iframe src="index.html" width="320" height="5900" title="Narrow"></iframe>'
    (given.to / "narrow.html").write_text(frame, "utf-8")
    shoot(given.to, "light.png", 1000, 7600)
    shoot(given.to, "dark.png", 1000, 7600, "--blink-settings=preferredColorScheme=0")
    shoot(given.to, "narrow.png", 500, 6000, page="narrow.html")
    shoot(given.to, "print.pdf", 1000, 1000)
    print(given.to)


if __name__ == "__main__":
    main()
