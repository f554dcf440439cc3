#!/usr/bin/env bash
# Instructions per byte of text, whole pipeline, one thread: repeatable where a clock is not. Needs valgrind and python3.
# usage: benches/instructions.sh [TIMES]   the sample articles are run TIMES (default 20) and twice TIMES over; the difference
#                                          leaves out what start-up costs, which is printed apart.
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:-20}
cargo build --release --quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target/release/factbox extract corpus --date 2019-03-14 > "$work/stream.jsonl"
python3 - "$work" "$times" <<'PY'
import json, sys
work, times = sys.argv[1], int(sys.argv[2])
docs = [json.loads(line)["document"] for line in open(f"{work}/stream.jsonl", encoding="utf-8")]
for name, n in (("once", times), ("twice", 2 * times)):
    with open(f"{work}/{name}.jsonl", "w", encoding="utf-8") as out:
        for k in range(n):
            for d in docs:
                out.write(json.dumps({"id": f"{d['doc_id']}-{k}", "text": d["text"], "date": "2019-03-14"}, ensure_ascii=False) + "\n")
print("bytes of text once:", times * sum(len(d["text"].encode()) for d in docs), file=open(f"{work}/bytes", "w"))
PY
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/factbox extract - --jobs 1 < "$1" 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
: > "$work/none.jsonl"
start=$(count "$work/none.jsonl")
once=$(count "$work/once.jsonl")
twice=$(count "$work/twice.jsonl")
bytes=$(sed 's/.*: //' "$work/bytes")
python3 -c "print(f'start-up: {$start/1e6:.1f} million instructions'); print(f'per byte of text: {($twice - $once) / $bytes:.0f} instructions')"
