# Load and what is read off it.

threads=1
connections=16

# wrk_for SECONDS URL OPTIONS...: requests a second in $rps, bytes of an answer in $answer_bytes. Every answer has to be a 2xx or a 3xx.
wrk_for() {
  local duration=$1 url=$2 output requests
  shift 2
  output=$("${on_load_core[@]}" wrk -t$threads -c$connections -d"$duration"s --timeout 10s "$@" "$url")
  ! grep -q 'Non-2xx' <<< "$output" || fail "$url: $(grep 'Non-2xx' <<< "$output")"
  ! grep 'Socket errors' <<< "$output" | grep -qv 'timeout 0$' || say "$url:$(grep 'Socket errors' <<< "$output")"
  rps=$(awk '/^Requests\/sec:/ { print $2 }' <<< "$output")
  requests=$(awk '/ requests in / { print $1 }' <<< "$output")
  answer_bytes=$(awk -v n="$requests" '/ requests in / { sub(",", "", $4); print bytes($5) / n }
    function bytes(text) {
      return text * (text ~ /GB/ ? 1024 ^ 3 : text ~ /MB/ ? 1024 ^ 2 : text ~ /KB/ ? 1024 : 1)
    }' <<< "$output")
}

# warm_up BASE: on one core, the compiler takes this long to be done with a Weir that has just started.
warm_up() { wrk_for "$(quick_or 2 40)" "$1/overview"; }

# latency_for SECONDS URL: the 99th percentile in milliseconds at $rate requests a second, in $p99.
latency_for() {
  local log=$work/latencies output
  rm -f "$log"
  output=$("${on_load_core[@]}" h2load --h1 -t1 -c$connections -D"$1" --warm-up-time=1 \
    --rps=$((rate / connections)) --log-file="$log" "$2")
  [ -s "$log" ] || fail "h2load of $2: $output"
  ! awk '$2 != 200' "$log" | grep -q . || fail "$2: an answer was not 200 at $rate requests a second"
  p99=$(awk '{ print $3 }' "$log" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR - 1) * 0.99) + 1] / 1000 }')
  reached=$(awk -v s="$1" 'END { print NR / s }' "$log")
}

# first_bytes FILE OF URLS: milliseconds to the first byte of each, one after the other over one connection.
first_bytes() {
  sed 's/^/url = /; s/$/\noutput = \/dev\/null/' "$1" > "$work/curl"
  "${on_load_core[@]}" curl -s -K "$work/curl" -w '%{http_code} %{time_starttransfer}\n' > "$work/times"
  ! grep -v '^200 ' "$work/times" | grep -q . || fail "an answer was not 200: $(head -1 "$1")"
  awk '{ print $2 * 1000 }' "$work/times"
}

# read_all FILE OF URLS: all of them once.
read_all() { first_bytes "$1" > /dev/null; }

median() { sort -n | awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2 }'; }

# The stand-in's count of requests, of those whose path begins as given.
asked() { curl -sf "$replayed/__counts" | jq --arg start "${1:-/}" '[.paths | to_entries[] | select(.key | startswith($start)) | .value] | add // 0'; }

rss_mb() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }

# What is in use of the heap after a collection, in MB.
heap_mb() {
  jcmd "$1" GC.run > /dev/null
  jcmd "$1" GC.heap_info | awk '/heap|generation/ && match($0, /used [0-9]+K/) { used += substr($0, RSTART + 5, RLENGTH - 6) }
    END { printf "%.0f", used / 1024 }'
}

# Milliseconds of processor time so far.
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print ($12 + $13) * 1000 / hz }' "/proc/$1/stat"; }

now_ms() { date +%s%3N; }
