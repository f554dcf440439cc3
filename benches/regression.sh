#!/usr/bin/env bash
# Fails where the pipeline needs more instructions or heap allocations than benches/allowance.txt allows, on the development build
# that the tests have made. Counts don't depend on how busy the machine is. Installs valgrind where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v valgrind > /dev/null; then
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq valgrind
fi
cargo build --locked --quiet
counts=$(benches/instructions.sh 1 "${CARGO_TARGET_DIR:-target}/debug/factbox")
echo "$counts"
awk '
    /^#/ { next }
    FNR == NR { most[$1] = $2; next }
    $2 > most[$1] { print $1 ": " $2 ", allowed are " most[$1]; failed = 1 }
    { seen++ }
    END { exit failed || seen < length(most) }
' benches/allowance.txt - <<< "$counts"
