#!/usr/bin/env bash
# Measures Weir beside Flink's own server and beside nginx in front of it: docs/performance.md says what and how.
set -euo pipefail

usage() {
  cat <<'USAGE'
modules/benchmarks/bench.sh [options], after mvn package

  --rounds N      rounds of each comparison, of which the medians count (5)
  --seconds S     seconds of each round (5)
  --rate N        requests a second at which latencies are compared (1000)
  --only PART     one part: large, start, hot, list, subtasks, conditional, latency, thousand, cold, memory or poll
  --results FILE  keeps the figures there; those of an earlier run are in the table too
  --quick         few and short rounds, to try it; figures mean little
  --help

The table goes to stdout, and after a whole run that is not quick into docs/performance.md.
USAGE
}

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
parts=(large start hot list subtasks conditional latency thousand cold memory poll)
rounds=5
seconds=5
rate=1000
only=
quick=
results=

while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift ;;
    --seconds) seconds=$2; shift ;;
    --rate) rate=$2; shift ;;
    --only) only=$2; shift ;;
    --results) results=$2; shift ;;
    --quick) quick=1; rounds=2; seconds=1 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
if [ -n "$only" ] && [[ " ${parts[*]} " != *" $only "* ]]; then
  echo "There is no part '$only'; there are: ${parts[*]}." >&2
  exit 2
fi

# What --quick does less of: quick_or FEW MANY.
quick_or() { if [ -n "$quick" ]; then echo "$1"; else echo "$2"; fi; }

work=$(mktemp -d)
results=${results:-$work/results.tsv}
touch "$results"

# record PART ROW COLUMN VALUE: one figure, of which there may be several for the same cell.
record() { printf '%s\t%s\t%s\t%s\n' "$@" >> "$results"; }
say() { echo "[$(date +%T)] $*" >&2; }
fail() { echo "bench.sh: $*" >&2; exit 1; }

. "$here/bench/processes.sh"
. "$here/bench/load.sh"
. "$here/bench/reads.sh"
. "$here/bench/costs.sh"

trap end_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

install_tools
require_jars
for part in ${only:-${parts[@]}}; do
  say "$part"
  "part_$part"
done

table=$work/table.md
python3 "$here/bench/report.py" "$results" "$(about_this_run)" > "$table"
cat "$table"
if [ -z "$only$quick" ]; then
  python3 "$here/bench/report.py" --into "$root/docs/performance.md" "$table"
fi
