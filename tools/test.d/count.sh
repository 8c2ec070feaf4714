# Runs the parts of tools/test and counts test cases. Sourced by tools/test, which sets `logs`.

passed=0
failed=0
failures=()

# report NAME PASSED FAILED: a part without a single test has failed.
report() {
    local name=$1 good=$2 bad=$3
    if [ "$good" = 0 ] && [ "$bad" = 0 ]; then
        bad=1
        say "  $name ran no tests"
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    say "$(printf '%-40s %5d passed, %d failed' "$name" "$good" "$bad")"
    [ "$bad" = 0 ] || failures+=("$name")
}

log_of() { printf '%s/%s.log' "$logs" "$(printf '%s' "$1" | tr -cs 'A-Za-z0-9+' '-')"; }

# broke NAME LOG: one failure, with the end of what was said.
broke() {
    say "---- $1"
    tail -n 40 "$2" >&2
    say "---- all of it: $2"
    report "$1" 0 1
}

# step NAME COMMAND…: something the next parts need. When it fails, that is one failure, and they do not run.
step() {
    local name=$1 log
    log=$(log_of "$name")
    shift
    say "-- $name"
    ("$@") >"$log" 2>&1 && return 0
    broke "$name" "$log"
    return 1
}

# script NAME COMMAND…: one test case, passed when it ends well.
script() {
    local name=$1 log
    log=$(log_of "$name")
    shift
    if ("$@") >"$log" 2>&1; then report "$name" 1 0; else broke "$name" "$log"; fi
}

# catch2 NAME COMMAND…: a Catch2 program, its cases dealt out to one process for each processor; they are counted from its XML reports,
# which a crash leaves without a total.
catch2() {
    local name=$1 log xml total part ended wrong good=0 bad=0
    local processes=()
    log=$(log_of "$name")
    xml=${log%.log}.xml
    shift
    for ((part = 0; part < jobs; ++part)); do
        UBSAN_OPTIONS=print_stacktrace=1 "$@" --order rand --rng-seed 1 --shard-count "$jobs" --shard-index "$part" \
            --reporter console --reporter "xml::out=$xml.$part" >"$log.$part" 2>&1 &
        processes+=($!)
    done
    for part in "${!processes[@]}"; do
        ended=0
        wait "${processes[$part]}" || ended=$?
        # A report that is missing must not end the script: no total is reported as broken.
        total=$(grep -o '<OverallResultsCases .*/>' "$xml.$part" 2>/dev/null | tail -n 1) || true
        if [ -z "$total" ]; then
            broke "$name, part $((part + 1)) of $jobs" "$log.$part"
            continue
        fi
        # A test that may fail or is skipped does not test.
        wrong=$(($(attribute failures "$total") + $(attribute expectedFailures "$total") + $(attribute skips "$total")))
        [ "$ended" = 0 ] || [ "$wrong" != 0 ] || wrong=1
        [ "$wrong" = 0 ] || tail -n 60 "$log.$part" >&2
        good=$((good + $(attribute successes "$total")))
        bad=$((bad + wrong))
    done
    report "$name" "$good" "$bad"
}

attribute() { printf '%s' "$2" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }

# unittests NAME COMMAND…: Python's unittest; the tests that it counts.
unittests() {
    local name=$1 log ran bad status=0
    log=$(log_of "$name")
    shift
    "$@" >"$log" 2>&1 || status=$?
    ran=$(sed -n 's/^Ran \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
    # "OK (skipped=1)" counts too: a skipped test does not test.
    bad=$(sed -nE 's/^(FAILED|OK) \((.*)\)$/\2/p' "$log" | tr ',' '\n' | awk -F= '/failures|errors|skipped/ { sum += $2 } END { print sum + 0 }')
    [ "$status" = 0 ] || [ "$bad" != 0 ] || bad=1
    [ "$bad" = 0 ] || tail -n 40 "$log" >&2
    report "$name" $((${ran:-0} > bad ? ${ran:-0} - bad : 0)) "$bad"
}

# fuzz FOLDER SECONDS: each target of tests/fuzz, over a copy of its corpus, for a while; one for each processor at the same time.
fuzz() {
    local name running=0
    local targets=("$root"/tests/fuzz/*_fuzz.cpp)
    [ -e "${targets[0]}" ] || targets=()
    [ ${#targets[@]} -gt 0 ] || report "fuzz targets" 0 0
    for name in "${targets[@]}"; do
        name=$(basename "$name" .cpp)
        rm -f "$logs/$name.ended"
        (fuzz_one "$1/$name" "$2" >"$(log_of "$name")" 2>&1 && : >"$logs/$name.ended") &
        running=$((running + 1))
        [ $((running % jobs)) != 0 ] || wait
    done
    wait
    for name in "${targets[@]}"; do
        name=$(basename "$name" .cpp)
        if [ -e "$logs/$name.ended" ]; then report "$name" 1 0; else broke "$name" "$(log_of "$name")"; fi
    done
}

fuzz_one() {
    local name work kept folders
    name=$(basename "$1")
    work=$root/build/fuzz/$name
    mkdir -p "$work/corpus"
    # What earlier runs found stays in build/; what the repository holds is read besides and never written.
    folders=("$work/corpus")
    kept=$root/tests/fuzz/corpus/$name
    [ ! -d "$kept" ] || folders+=("$kept")
    "$1" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$work/" "${folders[@]}" 2>&1 | tee "$work/said" &&
        grep -qE '^stat::number_of_executed_units: [1-9]' "$work/said"
}

# node_tests NAME TESTS…: what needs no page of ours: tests/team, with servers that they start themselves.
node_tests() {
    local name=$1 log tap status=0
    log=$(log_of "$name")
    tap=${log%.log}.tap
    shift
    MIDDLEGROUND_CHROMIUM=$(command -v chromium) NODE_PATH=$deps/node/node_modules MIDDLEGROUND_PROGRAM=$root/build/native-debug/middleground \
        MIDDLEGROUND_TEAM_PROBE=$root/build/native-debug/team_probe \
        node --test --test-timeout=180000 --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$tap" \
        "$@" >"$log" 2>&1 || status=$?
    report_tap "$name" "$log" "$tap" "$status"
}

# report_tap NAME LOG TAP STATUS: how node's tests ended.
report_tap() {
    local good bad
    good=$(tap_count pass "$3")
    bad=$(($(tap_count fail "$3") + $(tap_count cancelled "$3") + $(tap_count skipped "$3") + $(tap_count todo "$3")))
    [ "$4" = 0 ] || [ "$bad" != 0 ] || bad=1
    [ "$bad" = 0 ] || tail -n 80 "$2" >&2
    report "$1" "$good" "$bad"
}

# browser NAME RENDER TESTS…: node's tests of the page, in Debian's Chromium or what MIDDLEGROUND_BROWSER names (tests/web/support/browsers/),
# drawn with the processor (cpu) or WebGL (gl).
browser() {
    local name=$1 render=$2 log tap url server status=0
    shift 2
    log=$(log_of "$name")
    tap=${log%.log}.tap
    local tests=("$@")
    if [ ! -e "${tests[0]}" ]; then
        report "$name" 0 0
        return
    fi
    : >"$logs/url"
    python3 "$root/tools/serve" --port 0 >"$logs/url" &
    server=$!
    for _ in $(seq 50); do
        [ -s "$logs/url" ] && break
        sleep 0.1
    done
    url=$(cat "$logs/url")
    MIDDLEGROUND_URL=$url MIDDLEGROUND_CHROMIUM=$(command -v chromium) NODE_PATH=$deps/node/node_modules \
        MIDDLEGROUND_PROGRAM=$root/build/native-debug/middleground MIDDLEGROUND_RENDER=$render \
        node --test --test-concurrency=2 --test-timeout=1200000 --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$tap" \
        "${tests[@]}" >"$log" 2>&1 || status=$?
    kill "$server"
    wait "$server" 2>/dev/null || [ $? != 0 ]
    report_tap "$name" "$log" "$tap" "$status"
}

# tap_count WORD FILE: 0 when there is no such count; a report without any is reported as "ran no tests".
tap_count() {
    local count
    count=$(sed -n "s/^# $1 \([0-9]*\)$/\1/p" "$2" 2>/dev/null | tail -n 1) || true
    echo "${count:-0}"
}

finish() {
    [ ${#failures[@]} = 0 ] || say "failed: $(printf '%s; ' "${failures[@]}")"
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
    exit
}
