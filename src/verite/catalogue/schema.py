"""The tables of a catalogue file, and how one statement stands in them.

A subject keeps what one source says of it in one row, as its source said it; nothing is merged there. Subjects
that are one work or person are gathered in `member` (the first of them, the lead, is the cluster's number), so that a
wrong join is undone by taking a row away. A look-up by id or title gives the lead.
"""

from collections.abc import Mapping
from typing import Any

from verite.model import Statement

FORMAT = 8

TABLES = """
create table meta (key text primary key, value text) without rowid;
create table blob (name text primary key, data text) without rowid;
create table source (n integer primary key, key text, data text);
create table subject (n integer primary key, id text, what integer, source integer, data text);
create table member (lead integer, subject integer, reason text, primary key (lead, subject)) without rowid;
create table conflict (what text, subject integer, other integer, reason text);
create table complete (subject text, property text, data text);
create table award (prize text, category text, year integer, edition integer, subject integer);
create table spelling (lead integer primary key, data text);
create table name (key text, subject integer, role integer, years text, title text);
create table known (id text, subject integer, own integer);
create table person (key text, subject integer, role integer);
"""

# What is made of `name`, `known` and `person`, once it is settled which subjects are one. Each is dropped before the
# next look-up table is made, which takes its place in the file.
INDEXES = """
create temp table lead_of (subject integer primary key, lead integer);
insert into lead_of select subject, lead from member;
create table title (key text, lead integer, role integer, years text, title text, primary key (key, lead, years)) without rowid;
insert into title
  select key, coalesce(l.lead, name.subject) as one, min(role), years, title
  from name left join lead_of l on l.subject = name.subject group by key, one, years;
drop table name;
create table id (id text primary key, lead integer) without rowid;
insert or ignore into id
  select id, coalesce(l.lead, known.subject) from known left join lead_of l on l.subject = known.subject
  order by id, own desc, known.subject;
drop table known;
create table credit (key text, lead integer, role integer, primary key (key, lead, role)) without rowid;
insert or ignore into credit
  select key, coalesce(l.lead, person.subject), role from person left join lead_of l on l.subject = person.subject order by key;
drop table person;
create index source_of on source (key);
create index complete_of on complete (subject, property);
create index award_of on award (prize, category, year);
create index award_at on award (prize, edition);
drop table lead_of;
"""

KINDS = ("work", "agent", "award")
WORK, AGENT, AWARD = range(3)

# Titles in the order of their weight: an alias may be shared or wrong (*Captain Marvel* is one of *Shazam!*'s).
ROLES = ("original", "release", "transliterated", "alternative", "working")
LIGHT = 3  # from here on a title is an alias

# The people whose name in the prose speaks for a film, and the authors of its sources.
CREDITS = ("director", "writer", "composer", "cast", "person", "narrator", "camera", "producer", "based_on")
NAMED = len(CREDITS)  # in place of a part: the number is not a film's but a person's, whose films stand under the ids


def row(said: Statement) -> list[Any]:
    """A statement that names its own sources, as it stands under its property in `subject.data`."""
    return [said.value, dict(said.qualifiers), said.sources, said.origin, said.negative, said.basis, said.remark]


def brief(value: Any, qualifiers: Mapping[str, Any] | None) -> list[Any]:
    """A statement whose source is its subject's."""
    return [value, qualifiers] if qualifiers else [value]
