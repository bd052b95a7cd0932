# What reads cost that nobody has made before, and what Weir costs while it is there.

# ids FIRST NUMBER: so many ids of jobs that nobody has asked for.
ids() { seq "$1" $(($1 + $2 - 1)) | xargs printf '%032d\n'; }

# Documents that nobody has read, by way of nginx and Weir and of the stand-in itself.
part_cold() {
  need_all
  local next=1000000 number who round
  number=$(quick_or 300 10000)
  for ((round = 0; round <= rounds; round++)); do
    for who in replayed nginx_replayed weir_replayed; do
      local -n base=$who
      ids $next "$number" | sed "s|^|$base/jobs/|" > "$work/urls"
      next=$((next + number))
      first_bytes "$work/urls" > "$work/first"
      # The first round is a warm-up, and longer.
      [ $round -eq 0 ] || record cold job "${who%_replayed}" "$(median < "$work/first")"
    done
    number=$(quick_or 100 300)
  done
}

# A vertex of 10,000 subtasks of a real Flink. They wait for slots: no machine of this size would run them.
part_large() {
  # One request at a time: there is nothing to keep apart.
  local on_server_core=()
  start_flink huge "$(quick_or 1000 10000)" --waiting true
  asked_anew 10000 "$real/jobs/$real_job/vertices/$real_vertex"
  end "$flink_pid"
}

# asked_anew ROW URL: milliseconds to the first byte at Flink, and at a Weir that has to ask for it again each time.
asked_anew() {
  local row=$1 direct=$2 round who anew
  # One request at a time: there is nothing to keep apart, and the collector runs beside the rest.
  local on_server_core=()
  start_weir "weir-anew-$row" --cluster "${direct%/jobs/*}" \
    --set weir.refresh-interval=100ms --set weir.max-staleness=100ms
  anew=$weir/jobs/${direct#*/jobs/}
  for ((round = -$(quick_or 5 200); round < $(quick_or 5 300); round++)); do
    for who in direct anew; do
      local -n url=$who
      echo "$url" > "$work/urls"
      first_bytes "$work/urls" > "$work/first"
      [ $round -lt 0 ] || record large "$row $who" ms "$(cat "$work/first")"
    done
    # Beyond what is fresh.
    sleep 0.15
  done
  record large "$row" bytes "$(curl -sf "$direct" | wc -c)"
  end "$weir_pid"
}

# start_time ROW COMMAND...: from the start of the process to the first answer, with all cores.
start_time() {
  local row=$1 port began pid
  shift
  port=$(free_port)
  began=$(now_ms)
  WEIR_CACHE=$work/classes "$@" --port "$port" > "$work/start.log" 2>&1 &
  pid=$!
  started+=("$pid")
  until curl -sf "http://127.0.0.1:$port/overview" > "$work/overview"; do
    kill -0 $pid 2> /dev/null || fail "Weir has ended: $(tail -5 "$work/start.log")"
    # To ask without a pause would take one of the cores.
    sleep 0.02
  done
  [ "$row" = unmeasured ] || record start "$row" weir $(($(now_ms) - began))
  jq -e '."flink-version"' "$work/overview" > /dev/null || fail "no overview after the start"
  end $pid
}

part_start() {
  need_replayed
  local round
  # It leaves its classes for those that follow.
  start_time unmeasured "$weir_script"
  for ((round = 0; round < rounds; round++)); do
    start_time remote "$weir_script" --cluster "$replayed"
    start_time remote-jar env -u WEIR_CACHE java -jar "$weir_jar" --cluster "$replayed"
    start_time embedded "$weir_script"
    start_time embedded-jar env -u WEIR_CACHE java -jar "$weir_jar"
  done
}

# poll_urls BASE JOBS: what a monitor reads of a cluster in one cycle.
poll_urls() {
  printf '%s\n' "$1/overview" "$1/joboverview"
  ids 0 "$2" | sed "s|^|$1/jobs/|"
}

# All documents of a hundred jobs, again and again.
part_memory() {
  need_replayed
  start_weir weir-memory --cluster "$replayed"
  local cycle job_id
  {
    poll_urls "$weir" 100
    for job_id in $(ids 0 100); do
      printf "$weir/jobs/$job_id/%s\n" config exceptions checkpoints plan vertices "vertices/$(printf %032d 40)"
    done
  } > "$work/polled"
  for ((cycle = 0; cycle < $(quick_or 3 30); cycle++)); do
    read_all "$work/polled"
    sleep "$(quick_or 0.5 3)"
  done
  record memory rss weir "$(rss_mb "$weir_pid")"
  record memory heap weir "$(heap_mb "$weir_pid")"
  end "$weir_pid"
}

# cycles ROW URLS PREFIX: processor time and requests to the cluster of one cycle of reading all of them.
cycles() {
  local row=$1 urls=$2 prefix=$3 number cycle before asked_before
  number=$((2000 / $(wc -l < "$urls")))
  number=$((number < 20 ? 20 : number > 50 ? 50 : number))
  [ -z "$quick" ] || number=5
  before=$(cpu_ms "$weir_pid")
  asked_before=$(asked "$prefix")
  for ((cycle = 0; cycle < number; cycle++)); do
    read_all "$urls"
    # Beyond the refresh interval, so that every cycle asks for everything.
    sleep 0.2
  done
  record poll "$row" cpu "$(awk -v a="$(cpu_ms "$weir_pid")" -v b="$before" -v n=$number 'BEGIN { print (a - b) / n }')"
  record poll "$row" asked "$(awk -v a="$(asked "$prefix")" -v b="$asked_before" -v n=$number 'BEGIN { print (a - b) / n }')"
}

# warm_up_cycles URLS: until as much has been read as makes the code of a server that has run for a while.
warm_up_cycles() {
  local reads
  reads=$(quick_or 2000 30000)
  for ((; reads > 0; reads -= $(wc -l < "$1"))); do read_all "$1"; done
  await_quiet "$weir_pid"
}

# await_quiet PID: until it takes less than a tenth of a core. The compiler gives way while it is asked, and is at work afterwards.
await_quiet() {
  local before deadline=$((SECONDS + 120))
  while before=$(cpu_ms "$1"); sleep 1; awk -v a="$(cpu_ms "$1")" -v b="$before" 'BEGIN { exit (a - b < 100) }'; do
    [ $SECONDS -lt $deadline ] || fail "a server that nobody asks is not quiet after 120 s"
  done
}

part_poll() {
  need_replayed
  local jobs clusters round i arguments
  local short=(--set weir.refresh-interval=100ms --set weir.max-staleness=10s)
  arguments=()
  for jobs in 10 100 1000; do arguments+=(--cluster "jobs$jobs=$replayed/with-$jobs-jobs"); done
  start_weir weir-poll "${arguments[@]}" "${short[@]}"
  for jobs in 10 100 1000; do poll_urls "$weir/clusters/jobs$jobs" "$jobs" > "$work/jobs$jobs"; done
  warm_up_cycles "$work/jobs1000"
  for ((round = 0; round < (rounds + 1) / 2; round++)); do
    for jobs in 10 100 1000; do cycles "jobs $jobs" "$work/jobs$jobs" "/with-$jobs-jobs/"; done
  done
  end "$weir_pid"

  for clusters in 1 10 100; do
    arguments=()
    for ((i = 1; i <= clusters; i++)); do arguments+=(--cluster "c$i=$replayed/with-5-jobs/$i"); done
    start_weir "weir-$clusters-clusters" "${arguments[@]}" "${short[@]}"
    printf '%s\n' "$weir/clusters/overview" "$weir/clusters/jobs" > "$work/clusters"
    for ((i = 1; i <= clusters; i++)); do poll_urls "$weir/clusters/c$i" 5; done >> "$work/clusters"
    warm_up_cycles "$work/clusters"
    for ((round = 0; round < (rounds + 1) / 2; round++)); do
      cycles "clusters $clusters" "$work/clusters" /with-5-jobs/
    done
    end "$weir_pid"
  done
}
