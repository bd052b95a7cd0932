# What the measurements need to run: tools, Flinks, nginx, Weir. Everything started here is ended by end_all.

weir_jar=$root/modules/launcher/target/weir.jar
weir_script=$root/modules/launcher/target/weir
examples_jar=$(ls "$root"/modules/examples/target/weir-examples-*.jar 2>/dev/null | head -1 || true)
benchmarks_jar=$(ls "$here"/target/weir-benchmarks-*.jar 2>/dev/null | head -1 || true)

# What is measured has one core and what measures it another, where there are two.
if [ "$(nproc)" -ge 2 ]; then
  on_load_core=(taskset -c 0)
  on_server_core=(taskset -c 1)
else
  on_load_core=()
  on_server_core=()
fi

started=()

install_tools() {
  local missing=()
  command -v wrk > /dev/null || missing+=(wrk)
  command -v nginx > /dev/null || missing+=(nginx)
  command -v h2load > /dev/null || missing+=(nghttp2-client)
  command -v jq > /dev/null || missing+=(jq)
  command -v curl > /dev/null || missing+=(curl)
  if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    apt-get update -qq >&2
    # RUNLEVEL: nginx is not to be started as a service.
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
  fi
}

require_jars() {
  for jar in "$weir_jar" "$examples_jar" "$benchmarks_jar"; do
    [ -f "$jar" ] || fail "run 'mvn package -DskipTests' first: no jar ${jar:-of the examples or the benchmarks}"
  done
}

# start NAME COMMAND...: in the background on the server's core; its output is in $work/NAME.log, its id in $last.
start() {
  local name=$1
  shift
  "${on_server_core[@]}" "$@" > "$work/$name.log" 2>&1 &
  last=$!
  started+=("$last")
}

# await SECONDS NAME CONDITION...: until the condition holds while the process $last is there.
await() {
  local deadline=$((SECONDS + $1)) name=$2
  shift 2
  until "$@" > /dev/null 2>&1; do
    kill -0 "$last" 2> /dev/null || fail "$name has ended: $(tail -5 "$work/$name.log")"
    [ $SECONDS -lt $deadline ] || fail "$name is not ready: $(tail -5 "$work/$name.log")"
    sleep 0.1
  done
}

end() {
  local pid=$1 tries=0
  kill "$pid" 2> /dev/null || return 0
  while kill -0 "$pid" 2> /dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || kill -9 "$pid" 2> /dev/null || true
    sleep 0.1
  done
  wait "$pid" 2> /dev/null || true
}

end_all() {
  # The last first: what is in front before what is behind.
  local i
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do end "${started[i]}"; done
  rm -rf "$work"
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

benchmarks_java() { echo java -cp "$benchmarks_jar:$here/target/lib/*" "dev.weir.benchmarks.$1"; }

# start_flink NAME SUBTASKS OPTIONS...: a real one, as $real, with $real_job, $real_vertex; its id in $flink_pid.
start_flink() {
  local name=$1 subtasks=$2 server_core=("${on_server_core[@]}") on_server_core=() pid about
  shift 2
  say "starting a Flink 2.3.0 with a vertex of $subtasks subtasks"
  # A thousand tasks come up in time on all cores only.
  # shellcheck disable=SC2046
  start "$name" $(benchmarks_java RealFlink) --examples "$examples_jar" --subtasks "$subtasks" "$@"
  flink_pid=$last
  await 600 "$name" grep -q '"address"' "$work/$name.log"
  if [ ${#server_core[@]} -gt 0 ]; then
    for pid in $flink_pid $(pgrep -P "$flink_pid"); do taskset -apc "${server_core[2]}" "$pid" > /dev/null; done
  fi
  about=$(grep '"address"' "$work/$name.log")
  real=$(jq -r .address <<< "$about")
  real_job=$(jq -r .job <<< "$about")
  real_vertex=$(jq -r .vertex <<< "$about")
}

# The one that most parts are over: $flink, $job, $vertex.
need_flink() {
  [ -z "${flink:-}" ] || return 0
  start_flink flink 40
  flink=$real job=$real_job vertex=$real_vertex
}

# standin NAME OPTIONS...: a stand-in for Flink; its address in $standin.
start_standin() {
  local name=$1
  shift
  # shellcheck disable=SC2046
  start "$name" $(benchmarks_java ReplayedFlink) "$@"
  await 30 "$name" grep -q '"address"' "$work/$name.log"
  standin=$(jq -r .address "$work/$name.log")
}

# A stand-in that keeps its answers, once for all parts: $replayed.
need_replayed() {
  [ -z "${replayed:-}" ] || return 0
  start_standin replayed
  replayed=$standin
}

# start_weir NAME ARGUMENTS...: its address in $weir, its id in $weir_pid.
start_weir() {
  local name=$1
  shift
  start "$name" env WEIR_CACHE="$work/classes" "$weir_script" --port 0 "$@"
  await 60 "$name" grep -q 'Listening on' "$work/$name.log"
  weir=$(grep -o 'Listening on.*' "$work/$name.log" | grep -o 'http://[^ /]*')
  weir_pid=$last
}

# Weir before the real Flink, and Weir before the stand-in: $weir_flink and $weir_replayed.
need_weirs() {
  [ -z "${weir_flink:-}" ] || return 0
  need_flink
  need_replayed
  start_weir weir-flink --cluster "$flink"
  weir_flink=$weir
  start_weir weir-replayed --cluster "$replayed"
  weir_replayed=$weir
  weir_replayed_pid=$weir_pid
  warm_up "$weir_flink"
  warm_up "$weir_replayed"
}

# start_nginx NAME UPSTREAM: as it would be set up for the purpose; its address in $nginx.
start_nginx() {
  local name=$1 directory=$work/nginx-$1 port
  port=$(free_port)
  mkdir -p "$directory"
  sed -e "s|@USER@|$(id -un)|; s|@FLINK@|${2#http://}|; s|@PORT@|$port|; s|@DIRECTORY@|$directory|g" \
    "$here/bench/nginx.conf" > "$directory/nginx.conf"
  start "nginx-$name" nginx -p "$directory" -c "$directory/nginx.conf"
  nginx=http://127.0.0.1:$port
  await 10 "nginx-$name" curl -sf "$nginx/overview"
}

# nginx before both: $nginx_flink and $nginx_replayed.
need_nginx() {
  [ -z "${nginx_flink:-}" ] || return 0
  need_flink
  need_replayed
  start_nginx flink "$flink"
  nginx_flink=$nginx
  start_nginx replayed "$replayed"
  nginx_replayed=$nginx
}

about_this_run() {
  local java_version
  java_version=$(java -version 2>&1 | head -1 | grep -o '"[^"]*"' | tr -d '"')
  local commit
  commit=$(git -C "$root" rev-parse --short HEAD 2> /dev/null || echo unknown)
  echo "$(date -u +%F), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores, Java $java_version," \
    "Weir at $commit, Flink 2.3.0, $(nginx -v 2>&1 | sed 's/.*: //'), $(wrk -v 2>&1 | head -1 | cut -d' ' -f1-2)," \
    "$(h2load --version); $rounds rounds of $seconds s, for latencies $((rounds * 3))"
}
