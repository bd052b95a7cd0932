# Reads of documents that many poll: throughput, conditional requests, latency, a thousand clients.

vertices=/jobs/00000000000000000000000000000000/vertices
vertex_1000=$vertices/00000000000000000000000000001000

# What clients of hot documents send besides: options of wrk.
sent=()

# paths DOCUMENT: its path at Flink in $at_flink, at Weir in $at_weir; what of it has to be the same in $fields_*.
# Those that begin with v1- are Flink's own, which Weir has below /v1 as Flink does.
paths() {
  fields_flink=
  case $1 in
    v1-jobs)
      at_flink=/v1/jobs/overview
      fields='[.jobs[] | {jid, name, state}] | sort'
      ;;
    v1-*)
      paths "${1#v1-}"
      at_flink=/v1$at_flink
      ;;
    overview | overview-length)
      at_flink=/overview
      fields='{taskmanagers, "slots-total", "jobs-running", "jobs-finished", "flink-version"}'
      ;;
    joboverview)
      at_flink=/jobs/overview
      fields='[.running[], .finished[] | {jid, name, state}] | sort'
      fields_flink='[.jobs[] | {jid, name, state}] | sort'
      ;;
    job)
      at_flink=/jobs/$job
      fields='{jid, name, state, vertices: [.vertices[] | {id, parallelism, status}]}'
      ;;
    vertex-40)
      at_flink=/jobs/$job/vertices/$vertex
      fields='{id, parallelism, subtasks: [.subtasks[] | {subtask, status, attempt}]}'
      ;;
    job-1000)
      at_flink=/jobs/$large_job
      fields='{jid, name, state, vertices: [.vertices[] | {id, parallelism, status}]}'
      ;;
    vertex-1000)
      at_flink=/jobs/$large_job/vertices/$large_vertex
      fields='{id, parallelism, subtasks: [.subtasks[] | {subtask, status, attempt}]}'
      ;;
    vertex-1000-standin)
      at_flink=$vertex_1000
      fields='{id, parallelism, subtasks: [.subtasks[] | {subtask, status, attempt}]}'
      ;;
    config)
      at_flink=/config
      fields='{"flink-version", "flink-revision"}'
      ;;
  esac
  at_weir=$at_flink
  [ "$1" != joboverview ] || at_weir=/joboverview
  fields_flink=${fields_flink:-$fields}
}

# urls DOCUMENT: of $flink_url, $nginx_url, $weir_url.
urls() {
  paths "$1"
  case $1 in
    job-1000 | vertex-1000)
      flink_url=$large$at_flink nginx_url=$nginx_large$at_flink weir_url=$weir_large$at_weir
      ;;
    vertex-1000-standin)
      flink_url=$replayed$at_flink nginx_url=$nginx_replayed$at_flink weir_url=$weir_replayed$at_weir
      ;;
    *)
      flink_url=$flink$at_flink nginx_url=$nginx_flink$at_flink weir_url=$weir_flink$at_weir
      ;;
  esac
}

# All three say the same.
same_answers() {
  local of_flink of_nginx of_weir
  of_flink=$(curl -sf "$flink_url" | jq -cS "$fields_flink")
  of_nginx=$(curl -sf "$nginx_url" | jq -cS "$fields_flink")
  of_weir=$(curl -sf "$weir_url" | jq -cS "$fields")
  [ -n "$of_flink" ] && [ "$of_flink" = "$of_weir" ] && [ "$of_flink" = "$of_nginx" ] \
    || fail "not the same: $flink_url: $of_flink, $nginx_url: $of_nginx, $weir_url: $of_weir"
}

need_all() {
  need_weirs
  need_nginx
}

# compare DOCUMENT SECONDS MEASURE: warms each up, then has $url of Flink, nginx and Weir measured by turns, $rounds times.
compare() {
  local document=$1 round who
  urls "$document"
  for who in flink nginx weir; do
    local -n url=${who}_url
    wrk_for "$2" "$url" "${sent[@]}"
  done
  for ((round = 0; round < rounds; round++)); do
    for who in flink nginx weir; do
      local -n url=${who}_url
      "$3"
    done
  done
}

hot_round() {
  wrk_for "$seconds" "$url" "${sent[@]}"
  record hot "$document" "$who" "$rps"
  record bytes "$document" "$who" "$answer_bytes"
}

hot() {
  urls "$1"
  same_answers
  compare "$1" "$(quick_or 2 12)" hot_round
  same_answers
}

part_hot() {
  need_all
  local document
  for document in overview joboverview job vertex-40 config; do hot $document; done
  for document in v1-overview v1-jobs v1-job v1-vertex-40; do hot $document; done
  # As Java's HttpClient sends a GET that is made by method("GET", noBody()).
  sent=(-H 'Content-Length: 0')
  hot overview-length
  sent=()
}

# What the flink command asks for to list the jobs, on a new connection each time as it does.
part_list() {
  need_all
  local round who
  urls v1-jobs
  for ((round = -$(quick_or 5 100); round < $(quick_or 20 500); round++)); do
    for who in flink weir; do
      local -n url=${who}_url
      [ $round -lt 0 ] && curl -sf -o /dev/null "$url" && continue
      record list jobs $who "$(curl -sf -o /dev/null -w '%{time_total}' "$url")"
    done
  done
}

# A job of many subtasks, in the tables of hot documents and of large ones.
part_subtasks() {
  start_flink large "$(quick_or 100 1000)"
  large=$real large_job=$real_job large_vertex=$real_vertex
  local large_pid=$flink_pid nginx_pid
  start_nginx large "$large"
  nginx_large=$nginx nginx_pid=$last
  start_weir weir-large --cluster "$large"
  weir_large=$weir
  warm_up "$weir_large"
  hot job-1000
  hot vertex-1000
  end "$weir_pid"
  end "$nginx_pid"
  asked_anew 1000 "$large/jobs/$large_job/vertices/$large_vertex"
  end "$large_pid"
}

tag_of() { curl -sf -D - -o /dev/null "$1" | tr -d '\r' | sed -n 's/^etag: //Ip'; }
status_with() { curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $2" "$1"; }

# Of documents that stay the same meanwhile. Flink's answers have no entity tag, so that nginx can but send them whole.
part_conditional() {
  need_all
  local document round tag
  for document in overview config vertex-1000-standin; do
    urls "$document"
    tag=$(tag_of "$weir_url")
    [ -n "$tag" ] || fail "no entity tag: $weir_url"
    [ -z "$(tag_of "$nginx_url")" ] || fail "nginx has an entity tag for $nginx_url: compare with its 304"
    wrk_for "$(quick_or 2 12)" "$nginx_url"
    wrk_for "$(quick_or 2 12)" "$weir_url" -H "If-None-Match: $tag"
    for ((round = 0; round < rounds; round++)); do
      wrk_for "$seconds" "$nginx_url"
      record conditional "$document" nginx "$rps"
      [ "$(status_with "$weir_url" "$tag")" = 304 ] || fail "$weir_url has changed; run this part again"
      wrk_for "$seconds" "$weir_url" -H "If-None-Match: $tag"
      [ "$(status_with "$weir_url" "$tag")" = 304 ] || fail "$weir_url has changed; run this part again"
      record conditional "$document" weir "$rps"
    done
  done
}

latency_round() {
  latency_for "$((seconds > 1 ? seconds : 2))" "$url"
  record latency "$document" "$who" "$p99"
  record reached "$document" "$who" "$reached"
}

part_latency() {
  need_all
  # Of what is at the far end of a round, more of them are needed.
  local document rounds=$((rounds * 3))
  for document in overview job vertex-40; do compare $document "$(quick_or 2 10)" latency_round; done
}

# Many clients that poll the same documents: what of them reaches the cluster, and what Weir takes.
part_thousand() {
  need_all
  local who duration before after began took documents wrk_id
  duration=$(quick_or 5 20)
  export DOCUMENTS=$work/documents
  documents=(/overview /jobs/overview "/jobs/$(printf %032d 1)" "$vertices/$(printf %032d 40)")
  for who in nginx weir; do
    local -n base=${who}_replayed
    printf '%s\n' "${documents[@]}" > "$DOCUMENTS"
    [ $who = nginx ] || sed -i 's|^/jobs/overview$|/joboverview|' "$DOCUMENTS"
    connections=64 wrk_for "$(quick_or 2 10)" "$base" -s "$here/bench/rotate.lua"
    before=$(curl -sf "$replayed/__counts")
    began=$(now_ms)
    (
      ulimit -n 8192
      connections=1000
      wrk_for "$duration" "$base" -s "$here/bench/rotate.lua"
      echo "$rps" > "$work/rps"
    ) &
    wrk_id=$!
    sleep $((duration - 1))
    if [ $who = weir ]; then
      record thousand rss weir "$(rss_mb "$weir_replayed_pid")"
    fi
    wait $wrk_id || fail "a thousand clients of $who"
    took=$(($(now_ms) - began))
    after=$(curl -sf "$replayed/__counts")
    record thousand rps $who "$(cat "$work/rps")"
    # What one interval may have more than another, at its ends, is one.
    record thousand intervals $who $((took / 3000 + 1))
    record thousand asked $who "$(jq -n --argjson a "$after" --argjson b "$before" \
      '[$ARGS.positional[] | ($a.paths[.] // 0) - ($b.paths[.] // 0)] | max' --args "${documents[@]}")"
  done
  record thousand heap weir "$(heap_mb "$weir_replayed_pid")"
}
