# Measurements of the product as a whole, each against its target.

bench_evaluation() { # bench_evaluation [--months N]: 13 generated months of 1,700 stations are 10^8 values
    local months=13
    [ "${1:-}" = --months ] && months=${2:?bench evaluation: --months needs a number}
    run_bench engine || return 1
    with_demonstration run_bench_server "$months"
}

bench_met() { # bench_met: one global 0.25° step, generated, decoded from each format in a process of its own
    local home failed=0 line
    home=$(mktemp -d) || return 1
    run_met generate "$home" || failed=1
    command -v nccopy >/dev/null && nccopy -d1 "$home/step.nc" "$home/step.nc4"
    line=$(run_met decode netcdf3 "$home/step.nc") && met_within "$line" 2 || failed=1
    if [ -f "$home/step.nc4" ]; then
        line=$(run_met decode netcdf4 "$home/step.nc4") && met_within "$line" 5 || failed=1
    else
        echo 'met decode=netcdf4 skipped: nccopy absent, apt-get install netcdf-bin'
    fi
    line=$(run_met decode ccsds "$home/step.grib2") && met_within "$line" 8 || failed=1
    rm -rf "$home"
    return $failed
}

met_within() { # met_within LINE CPU_SECONDS: prints the line; true within the time and 2.5 GiB
    echo "${1%% checked=*}"
    local seconds=${1#*seconds_cpu=} mib=${1#*max_mib=}
    awk -v s="${seconds%% *}" -v m="${mib%% *}" -v t="$2" 'BEGIN { exit !(s <= t && m <= 2560) }'
}

run_met() {
    java -XX:+UseSerialGC -Xmx2g -cp "$ROOT/engine/target/classes:$ROOT/metfiles/target/classes:$ROOT/cli/target/lib/*" \
        "$LIB/MetBench.java" "$@"
}

# The engine's kernels need the Vector API; without the module they would be the scalar ones.
bench_transport() { # bench_transport [PARTICLES [HOURS [REPEATS]]]
    java --add-modules jdk.incubator.vector -XX:+UseSerialGC -Xmx1500m -cp "$ROOT/engine/target/classes" \
        "$LIB/TransportBench.java" "${@:-1000000}" 2> >(grep -v 'incubator module' >&2)
}

bench_replay() {
    java --add-modules jdk.incubator.vector -Dreplay.source="$LIB/ReplayBench.java" -cp "$ROOT/engine/target/classes" \
        "$LIB/ReplayBench.java" 2> >(grep -v 'incubator module' >&2)
}

bench_import() { # bench_import FILE: a published file through the API, twice; the second changes nothing
    [ -f "${1:-}" ] || refuse "bench import: expected a file, got \"${1:-nothing}\""
    with_demonstration bench_import_into "$1"
}

bench_import_into() { # PORT PASSWORD SERVER FILE
    local first second line peak
    first=$(run_bench import "$1" "$2" "$4") || { echo "$first"; return 1; }
    second=$(run_bench import "$1" "$2" "$4") || { echo "$second"; return 1; }
    echo "$first"
    echo "$second"
    peak=$(($(memory_peak_mib "$3") + $(database_peak_mib "$3")))
    line=${first#* status=*[0-9] }
    case $second in *' entered=0 '*) ;; *) echo 'the second import changed something'; return 1 ;; esac
    printf 'import %s max_mib=%s\n' "${line/ entered=* seconds/ seconds}" "$peak"
    awk -v s="${first##*seconds=}" -v m="$peak" 'BEGIN { exit !(s <= 15 && m <= 1536) }'
}

bench_receptor() { # the receptor models over the reference sets of the real data
    local folder
    folder=$(data_folder) || refuse "bench receptor: expected the real data in ../shared/data or AIRSHED_DATA, found none"
    java -cp "$ROOT/engine/target/classes" "$LIB/ReceptorBench.java" "$folder"
}

memory_peak_mib() { awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$1/status" 2>/dev/null || echo 0; }

# The largest of the database's processes: what they share would be counted once for each of them.
database_peak_mib() {
    local pid most=0 mib
    for pid in $(pgrep -f "postgres.*$BENCH_HOME" 2>/dev/null) $(pgrep -P "$(head -n 1 "$BENCH_HOME/data/postmaster.pid" 2>/dev/null || echo 0)" 2>/dev/null); do
        mib=$(memory_peak_mib "$pid")
        [ "${mib:-0}" -gt "$most" ] && most=$mib
    done
    echo "$most"
}

run_bench_server() { # PORT PASSWORD SERVER MONTHS
    run_bench server "$1" "$2" "$4"
}

run_bench() { java -cp "$ROOT/engine/target/classes" "$LIB/EvaluationBench.java" "$@"; }

with_demonstration() { # with_demonstration FUNCTION ARGUMENT: an empty demonstration while the function runs
    local port log runner server password end status=1
    BENCH_HOME=$(mktemp -d) && port=$(free_port) && log=$LOGS/bench-server.log
    mkdir -p "$LOGS"
    (AIRSHED_SYNTHETIC_DAYS=0 AIRSHED_LIMIT_ADDRESS=100000000 run_server demo "$port" "$BENCH_HOME") >"$log" 2>&1 &
    runner=$!
    end=$(($(now_ms) + 180000))
    until grep -q '^start ready_s=' "$log"; do
        kill -0 "$runner" 2>/dev/null && [ "$(now_ms)" -lt "$end" ] || { tail -n 30 "$log" >&2; rm -rf "$BENCH_HOME"; return 1; }
        sleep 0.2
    done
    password=$(sed -n 's|.*password / 密码 ||p' "$log" | head -n 1)
    server=$(pgrep -P "$runner" java | head -n 1)
    "$1" "$port" "$password" "$server" "$2" && status=0
    kill -TERM "$runner" 2>/dev/null
    wait "$runner" 2>/dev/null
    rm -rf "$BENCH_HOME"
    return $status
}
