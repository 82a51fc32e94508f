"""Pages printed from the code: a kind's page, how a sentence is read, all that is held on a film."""

import importlib
import inspect
import textwrap

from verite import titles
from verite.catalogue import Catalogue
from verite.claims import BY_NAME, KINDS
from verite.clauses import Gazetteer, read_prose
from verite.errors import ConfigError
from verite.properties import registry


def known() -> list[str]:
    """Every code and kind that has a page."""
    codes = {p.code for p in registry().values() if p.code}
    return [*sorted(codes), *BY_NAME]


def page(name: str) -> str:
    """The page of a code or kind: what it means, how it is decided, sentences that show it."""
    properties = registry()
    owners = [p for p in properties.values() if name in (p.code, p.kind)]
    kinds = [kind for kind in KINDS if kind.name == name or any(p.kind == kind.name for p in owners)]
    if not kinds:
        import difflib

        near = difflib.get_close_matches(name.upper(), known(), 1) or difflib.get_close_matches(name, known(), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ConfigError(f"no code or kind {name!r}{hint} Known: {', '.join(known())}")
    kind = kinds[0]
    module = importlib.import_module(f"verite.claims.{kind.name}")
    codes = ", ".join(f"{p.code} ({p.name}, severity {p.severity})" for p in properties.values() if p.kind == kind.name)
    out = [f"{kind.name}   {codes}", "", inspect.getdoc(module) or ""]
    if any(kind.examples):
        out += ["", "Examples, of an invented film (see claims/given.toml):"]
        for prose, status in kind.examples.items():
            if prose:
                out.append(f"  {str(status) if status else 'not this kind':>13}  {prose}")
    return "\n".join(out)


def clause(text: str, catalogue: Catalogue) -> str:
    """The phrases and frames of a sentence: the debugger of the word lists."""
    out = []
    for sentence in read_prose(text, 0, Gazetteer(catalogue.lexicon)):
        out.append(text[sentence.start : sentence.end])
        for np in sentence.phrases():
            names = ", ".join(f"{e.type}:{e.id}" for e in np.entities)
            out.append(f"    phrase  {np.sem:<10} {np.text}" + (f"   [{names}]" if names else ""))
        for frame in sentence.frames:
            roles = ", ".join(f"{role}={np.text}" for role, np in frame.roles.items())
            adjuncts = ", ".join(f"{prep} {np.text}" for prep, np in frame.adjuncts)
            flags = " ".join(
                f for f in ("negative", "hedged", "attributed", "quoted", "member", "modal") if getattr(frame, f)
            )
            out.append(f"    frame   {frame.act:<10} ({frame.by}: {frame.word})  {roles}" + (f"   | {adjuncts}" if adjuncts else "") + (f"   {flags}" if flags else ""))  # fmt: skip
        if not sentence.frames:
            out.append("    no frame: this sentence would be listed as unread")
    return "\n".join(out)


def film(title: str, catalogue: Catalogue) -> str:
    """Every statement on the films of a title or id, with its sources."""
    found = list(dict.fromkeys(titled.lead for key in titles.keys(title) for titled in catalogue.titled(key)))
    found = found or [lead] if (lead := catalogue.lead(title)) else found
    if not found:
        raise ConfigError(f"no film “{title}” in the catalogue{_near(title, catalogue)}")
    out = []
    for lead in found:
        work = catalogue.numbered(lead)
        assert work is not None
        out += [f"{work.dated()}   {work.original_title}   {_id(work.id)}", ""]
        for name in registry():
            for said in catalogue.statements(work.id, name):
                qualifiers = ", ".join(f"{k} {v}" for k, v in said.qualifiers.items() if v not in ("", False, None))
                head = f"{name}: {'not ' if said.negative else ''}{said.value}" + (
                    f"   ({qualifiers})" if qualifiers else ""
                )
                out.extend(textwrap.wrap(head, 100, initial_indent="  ", subsequent_indent="      "))
                cited = ", ".join(c.key for c in said.sources) or (
                    f"our inference from {', '.join(said.basis)}" if said.basis else ""
                )
                out.extend(textwrap.wrap(cited, 100, initial_indent="        ", subsequent_indent="        "))
        out.append("")
    return "\n".join(out)


def _id(id_: str) -> str:
    return id_ if ":" in id_ else f"verite:{id_}"


def _near(title: str, catalogue: Catalogue) -> str:
    """The titles of a small catalogue that are nearest, for somebody who mistyped one."""
    from difflib import get_close_matches

    if catalogue.postings is not None:
        near = list(dict.fromkeys(one.key for one in catalogue.postings.near(titles.key(title), most=3)))
    else:
        near = get_close_matches(titles.key(title), [key for key, _ in catalogue.all_titles], 3, 0.5)
    return f"; near: {', '.join(near)}" if near else ""
