"""Other ways to find a title among many, each as its users would set it up, with one reranker for all.

Run by `run.py` in an environment of its own, never imported by it: what is installed there is no dependency of ours.
Reads names and questions from files, writes one JSON object a round on standard output when a line on standard input asks
for it, so that peers and verite take turns on a busy machine.

    python peers.py PEER FOLDER
"""

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Names = list[tuple[str, int]]  # folded title, year
Ask = Callable[[list[str]], list[list[int]]]  # questions -> places of up to twenty likely names each

READ = 20


def extract_one(names: Names) -> Ask:
    """rapidfuzz: every name compared, the best one taken. No reranking: it has one answer."""
    from rapidfuzz import fuzz, process

    titles = [title for title, _ in names]
    return lambda asked: [[process.extractOne(one, titles, scorer=fuzz.ratio)[2]] for one in asked]


def tantivy_trigrams(names: Names) -> Ask:
    """tantivy: an index of trigrams, any of them, best by BM25."""
    import tantivy  # type: ignore[import-not-found]

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("grams", stored=False, tokenizer_name="whitespace")
    builder.add_integer_field("n", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(200_000_000, 1)
    for n, (title, _) in enumerate(names):
        writer.add_document(tantivy.Document(grams=" ".join(grams(title)), n=n))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def one(asked: str) -> list[int]:
        query = index.parse_query(" ".join(f'"{gram}"' for gram in grams(asked)), ["grams"])
        hits = searcher.search(query, READ, count=False).hits
        return [int(searcher.doc(address)["n"][0]) for _, address in hits]

    return lambda asked: [one(title) for title in asked]


def tfidf_batch(names: Names) -> Ask:
    """Trigram TF-IDF vectors and a sparse product, all questions in one batch, on one thread."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
    from sparse_dot_topn import sp_matmul_topn  # type: ignore[import-not-found]

    vectors = TfidfVectorizer(analyzer=grams, lowercase=False)
    matrix = vectors.fit_transform(title for title, _ in names).T.tocsr()

    def batch(asked: list[str]) -> list[list[int]]:
        found = sp_matmul_topn(vectors.transform(asked), matrix, top_n=READ, n_threads=1, sort=True)
        return [found.indices[a:b].tolist() for a, b in zip(found.indptr, found.indptr[1:], strict=False)]

    return batch


def fts5_trigrams(names: Names) -> Ask:
    """SQLite's full-text index with its trigram tokenizer, any trigram, best by BM25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table name using fts5(title, tokenize='trigram', detail=full)")
    connection.executemany("insert into name (rowid, title) values (?, ?)", ((n, t) for n, (t, _) in enumerate(names)))
    sql = f"select rowid from name where name match ? order by bm25(name) limit {READ}"

    def one(asked: str) -> list[int]:
        parts = {asked[i : i + 3] for i in range(len(asked) - 2)}
        if not parts:
            return []
        return [n for (n,) in connection.execute(sql, (" OR ".join(f'"{part}"' for part in sorted(parts)),))]

    return lambda asked: [one(title) for title in asked]


def csv_reconcile(names: Names) -> Ask:
    """csv-reconcile: its own service over loopback, one question a request.

    It cannot take a name without a Latin letter or figure: those are left out."""
    import subprocess
    import tempfile
    import urllib.parse
    import urllib.request

    folder = Path(tempfile.mkdtemp())
    (folder / "names.tsv").write_text(
        "id\ttitle\n"
        + "".join(f"{n}\t{t}\n" for n, (t, _) in enumerate(names) if any(c.isascii() and c.isalnum() for c in t)),
        "utf-8",
    )
    command = str(Path(sys.executable).with_name("csv-reconcile"))
    subprocess.run([command, "init", "names.tsv", "id", "title"], cwd=folder, check=True, capture_output=True)
    served = subprocess.Popen(
        [command, "serve"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    import atexit

    atexit.register(served.kill)
    address = "http://127.0.0.1:5000/reconcile"
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).read()
            break
        except OSError:
            time.sleep(0.2)

    def one(asked: str) -> list[int]:
        data = urllib.parse.urlencode({"queries": json.dumps({"q0": {"query": asked, "limit": READ}})}).encode()
        with urllib.request.urlopen(address, data, timeout=120) as answer:
            return [int(hit["id"]) for hit in json.load(answer)["q0"]["result"]]

    return lambda asked: [one(title) for title in asked]


PEERS: dict[str, Callable[[Names], Ask]] = {
    "rapidfuzz extractOne": extract_one,
    "tantivy trigrams": tantivy_trigrams,
    "TF-IDF batch": tfidf_batch,
    "SQLite FTS5 trigrams": fts5_trigrams,
    "csv-reconcile": csv_reconcile,
}


def grams(title: str) -> list[str]:
    padded = f"__{title}_".replace(" ", "_")
    return [padded[i : i + 3] for i in range(len(padded) - 2)]


def reranked(title: str, year: int, found: list[int], names: Names) -> tuple[int, float]:
    """The likeliest of twenty by likeness and year, as the research note reranks every engine's answers."""
    from rapidfuzz import fuzz, process

    others = [names[n][0] for n in found]
    (ratios,) = process.cdist([title], others, scorer=fuzz.ratio)
    (sorted_,) = process.cdist([title], others, scorer=fuzz.token_sort_ratio)
    best = (-1, -1.0)
    for n, ratio, turned in zip(found, ratios.tolist(), sorted_.tolist(), strict=True):
        likeness = max(ratio, 0.97 * turned) - (0, 4, 12, 20, 30)[min(abs(year - names[n][1]), 4)]
        if likeness > best[1]:
            best = (n, likeness)
    return best


def main() -> None:
    peer, folder = sys.argv[1], Path(sys.argv[2])
    names: Names = [tuple(one) for one in json.loads((folder / "names.json").read_text("utf-8"))]
    questions: list[Any] = json.loads((folder / "questions.json").read_text("utf-8"))
    start = time.perf_counter()
    ask = PEERS[peer](names)
    tell({"build_s": time.perf_counter() - start})
    for line in sys.stdin:
        asked = questions[: int(line)]
        start = time.perf_counter()
        found = ask([title for title, _, _ in asked])
        answers = [
            reranked(title, year, few, names) if len(few) > 1 else (few[0] if few else -1, 0.0)
            for (title, year, _), few in zip(asked, found, strict=True)
        ]
        spent = time.perf_counter() - start
        right = [n in meant for (n, _), (_, _, meant) in zip(answers, asked, strict=True) if meant]
        tell({"per_second": len(asked) / spent, "top1": sum(right) / (len(right) or 1)})


def tell(what: dict[str, float]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
