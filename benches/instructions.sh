#!/usr/bin/env bash
# Instructions per byte of text and heap allocations an article, whole pipeline, one thread: repeatable where a clock is not.
# Needs valgrind and python3.
# usage: benches/instructions.sh [TIMES [BINARY]]
#   The sample articles are run TIMES (default 10) and twice TIMES over; the difference leaves out what start-up costs, which is
#   printed apart. BINARY: what is measured, instead of a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-10}
binary=${2:-}
if [ -z "$binary" ]; then
    cargo build --release --locked --quiet
    binary=${CARGO_TARGET_DIR:-target}/release/factbox
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$binary" extract corpus --date 2019-03-14 > "$work/stream.jsonl"
: > "$work/none.jsonl"
python3 - "$work" "$times" <<'PY'
import json, sys
work, times = sys.argv[1], int(sys.argv[2])
docs = [json.loads(line)["document"] for line in open(f"{work}/stream.jsonl", encoding="utf-8")]
for name, n in (("once", times), ("twice", 2 * times)):
    with open(f"{work}/{name}.jsonl", "w", encoding="utf-8") as out:
        for k in range(n):
            for d in docs:
                out.write(json.dumps({"id": f"{d['doc_id']}-{k}", "text": d["text"], "date": "2019-03-14"}, ensure_ascii=False) + "\n")
PY
for run in none once twice; do
    valgrind --tool=callgrind --callgrind-out-file="$work/$run.profile" "$binary" extract - --jobs 1 \
        < "$work/$run.jsonl" > "$work/$run.out" 2> "$work/$run.log"
done
python3 - "$work" <<'PY'
import json, re, sys
work = sys.argv[1]

def counts(run):
    """Instructions, and calls of malloc, calloc and realloc: callgrind gives each function a number where it first names it."""
    total, calls, callee, names = 0, 0, "", {}
    for line in open(f"{work}/{run}.profile", encoding="utf-8", errors="replace"):
        if named := re.match(r"c?fn=(\(\d+\))(?: (.*))?", line):
            names.setdefault(named[1], (named[2] or "").strip())
            callee = names[named[1]]
        elif line.startswith("calls=") and callee in ("malloc", "calloc", "realloc"):
            calls += int(line[6:].split()[0])
        elif line.startswith(("totals:", "summary:")):
            total = int(line.split()[1])
    return total, calls

texts = [len(json.loads(line)["text"].encode()) for line in open(f"{work}/once.jsonl", encoding="utf-8")]
rows = sum(len(table) for line in open(f"{work}/once.out", encoding="utf-8") for table in json.loads(line).values() if isinstance(table, list))
(start, _), once, twice = counts("none"), counts("once"), counts("twice")
print(f"start_up_million {start / 1e6:.1f}")
print(f"instructions_per_byte {(twice[0] - once[0]) / sum(texts):.0f}")
print(f"allocations_per_article {(twice[1] - once[1]) / len(texts):.0f}")
print(f"# an article has {sum(texts) / len(texts):.0f} bytes and {rows / len(texts):.0f} rows of output")
PY
