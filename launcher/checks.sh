# ./airshed test: every check the project has, in the order in which a failure is cheapest to find.

TEST_PACKAGES=(chromium fonts-noto-cjk libeccodes-tools netcdf-bin cdo)

test_command() {
    local long=no failed=0 start
    case ${1:-} in
        '') ;;
        --long) long=yes ;;
        *) refuse "test: expected --long or nothing, got \"$1\"" ;;
    esac
    start=$(now_ms)
    need_maven
    need_node
    need_packages "${TEST_PACKAGES[@]}"
    find "$ROOT" -name realdata.tsv -path '*/target/*' -delete
    local data=absent folder
    folder=$(data_folder) && data=present

    step 'launcher: refusals' "$ROOT/launcher/tests.sh" || failed=1
    step 'web: packages' web_packages || failed=1
    step 'java: build, gates and tests' maven verify || failed=1
    step 'web: types, lint, unit tests, build' web_check || failed=1
    step 'licences and bill of materials' check_licences || failed=1
    if [ $failed = 0 ]; then
        touch "$ROOT/cli/target/built"
        rm -f "$APP/built"
        mkdir -p "$APP" && build_server_from_verified || failed=1
        step 'start, warm' bench_start || failed=1
        tail -n 1 "$LOGS/start--warm.log"
        step 'browser stories, synthetic' stories || failed=1
        tail -n 1 "$LOGS/browser-stories--synthetic.log"
        step 'browser story, from file to bulletin' chain "${folder:-}" || failed=1
        tail -n 1 "$LOGS/browser-story--from-file-to-bulletin.log"
        if [ $data = present ]; then
            step 'published AQI recomputed' compare_published "$folder" || failed=1
            tail -n 1 "$LOGS/published-AQI-recomputed.log"
            step 'browser stories, real data' stories "$folder" || failed=1
            tail -n 1 "$LOGS/browser-stories--real-data.log"
        fi
    fi
    [ $long = no ] || step 'long: kills, fuzzing, load' maven verify -Dlong -Djacoco.skip=true || failed=1
    [ $long = no ] || step 'long: mutation' maven -Pmutation -pl engine -am test-compile || failed=1
    printf 'realdata=%s real_tests=%s skipped=%s\n' "$data" "$(count_real run)" "$(count_real skipped)"
    printf 'test passed=%s seconds=%s\n' "$([ $failed = 0 ] && echo yes || echo no)" "$(seconds_since "$start")"
    return $failed
}

data_folder() { # where the real data are, when this machine has them
    local folder=${AIRSHED_DATA:-$ROOT/../shared/data}
    [ -d "$folder" ] && (cd "$folder" && pwd)
}

count_real() { # count_real run|skipped
    find "$ROOT" -name realdata.tsv -path '*/target/*' -exec cat {} + | grep -c "^$1" || true
}

web_packages() { (cd "$ROOT/web" && npm ci --no-audit --no-fund --prefer-offline); }

web_check() { (cd "$ROOT/web" && npm run check); }

check_licences() {
    maven -pl platform,cli -am -DskipTests -Djacoco.skip=true -Dskip.web=true -Pbill package &&
        java "$ROOT/launcher/Licences.java" "$ROOT/platform/target/bom.json" "$ROOT/cli/target/bom.json" "$ROOT/web/package-lock.json"
}

build_server_from_verified() {
    unpack_server && train_cache
}

# The three published months: the figures must be exactly these, within the time and memory promised.
compare_published() {
    local output
    output=$(run_cli aqi compare "$1/cnemc-2026/hourly-20260226-20260531.csv.gz")
    printf '%s\n' "$output"
    [[ $output == *'aqi compared=496791 equal=496787' ]] || { echo 'expected aqi compared=496791 equal=496787'; return 1; }
    printf '%s\n' "$output" | sed -n 's/^elapsed_s=\([0-9.]*\) peak_memory_MiB=\([0-9]*\)$/\1 \2/p' |
        awk '{ seen = 1; missed = $1 >= 10 || $2 >= 512 } END { exit !seen || missed }' ||
        { echo 'expected less than 10 s and 512 MiB'; return 1; }
}

# stories [DATA]: the pages in a real browser against a real server on a home of its own
stories() {
    local home port runner status log end
    home=$(mktemp -d) && port=$(free_port) && log=$LOGS/stories-server.log
    (run_server demo "$port" "$home" "$@") >"$log" 2>&1 &
    runner=$!
    end=$(($(now_ms) + 180000))
    until grep -q '^start ready_s=' "$log"; do
        kill -0 "$runner" 2>/dev/null && [ "$(now_ms)" -lt "$end" ] || break
        sleep 0.2
    done
    (cd "$ROOT/web" && npm run stories -- --base "http://127.0.0.1:$port" --data "$([ $# -gt 0 ] && echo real || echo synthetic)")
    status=$?
    kill -TERM "$runner" 2>/dev/null
    wait "$runner" 2>/dev/null
    [ $status = 0 ] || tail -n 40 "$log"
    rm -rf "$home"
    return $status
}

# chain [DATA]: the first main path in a real browser, on a server that holds nothing yet
chain() { with_demonstration chain_on "$1"; }

chain_on() { # PORT PASSWORD SERVER DATA
    (cd "$ROOT/web" && npm run chain -- --base "http://127.0.0.1:$1" ${4:+--data "$4"})
}
