"""Output formats, one file each: a report in, text out."""

from verite.writers import json, text

WRITERS = {"text": text.write, "json": json.write}
