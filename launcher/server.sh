# Runs the server and the worker.

SERVER_JVM="-XX:+UseParallelGC -Xmx${AIRSHED_SERVER_HEAP:-1g} -XX:TieredStopAtLevel=${AIRSHED_TIER:-4} -Dfile.encoding=UTF-8 \
-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

free_port() { # a port nobody listens on now, on loopback
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || {
            echo "$port"
            return
        }
    done
    return 1
}

http_get() { # http_get PORT PATH: the response, status line and head included; no other program needed
    local connection
    exec {connection}<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nAccept: */*\r\nConnection: close\r\n\r\n' "$2" "$1" >&"$connection"
    timeout 10 cat <&"$connection"
    exec {connection}>&-
}

answers() { # answers PORT PATH: whether the page is there
    http_get "$1" "$2" 2>/dev/null | head -n 1 | grep -q ' 200'
}

wait_ready() { # wait_ready PID PORT SECONDS
    local end=$(($(now_ms) + $3 * 1000))
    while [ "$(now_ms)" -lt "$end" ]; do
        kill -0 "$1" 2>/dev/null || return 1
        answers "$2" /actuator/health/readiness && return 0
        sleep 0.05
    done
    return 1
}

serve_command() { # serve_command demo|serve OPTIONS
    local mode=$1 port=${AIRSHED_PORT:-8080} home=${AIRSHED_HOME:-} data='' fresh=no
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            --port) port=${2:-} && shift 2 || refuse "--port: expected a number" ;;
            --home) home=${2:-} && shift 2 || refuse "--home: expected a folder" ;;
            --data)
                [ "$mode" = demo ] || refuse "--data belongs to demo: serve imports through its pages"
                data=${2:-} && shift 2 || refuse "--data: expected a folder"
                ;;
            --fresh)
                [ "$mode" = demo ] || refuse "--fresh belongs to demo: serve never forgets"
                fresh=yes && shift
                ;;
            *) refuse "$mode: expected --port, --home$([ "$mode" = demo ] && echo ", --data or --fresh"), got \"$1\"" ;;
        esac
    done
    [[ $port =~ ^[0-9]{1,5}$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || refuse "--port: expected a number from 1 to 65535, got \"$port\""
    [ -z "$data" ] || [ -d "$data" ] || refuse "--data: expected a folder, found none at \"$data\""
    [ -n "$home" ] || [ -n "${XDG_DATA_HOME:-}${HOME:-}" ] || refuse "--home: neither HOME nor XDG_DATA_HOME is set; name a folder with --home DIR"
    [ -n "$home" ] || home=${XDG_DATA_HOME:-$HOME/.local/share}/airshed/$mode
    require_free_port "$port"
    claim_home "$mode" "$home"
    [ "$fresh" = no ] || forget_demo "$home"
    build_server
    run_server "$mode" "$port" "$(cd "$home" && pwd)" ${data:+"$(cd "$data" && pwd)"}
}

# A home belongs to the mode that made it: a demonstration's people and rights never meet real work.
claim_home() { # claim_home MODE HOME: refuses a home of the other mode, or a folder that is not a home
    local marker=$2/demonstration
    [ ! -e "$2" ] || [ -d "$2" ] || refuse "--home: expected a folder, found a file at \"$2\""
    if [ "$1" = demo ] && [ ! -e "$marker" ] && [ -n "$(ls -A "$2" 2>/dev/null)" ]; then
        refuse "--home: $2 is not empty and was not made by a demonstration; choose another folder with --home DIR"
    fi
    if [ "$1" = serve ] && [ -e "$marker" ]; then
        refuse "--home: $2 was made by a demonstration; real work needs a home of its own: choose another with --home DIR"
    fi
    mkdir -p "$2" 2>/dev/null && [ -w "$2" ] || refuse "no write permission for the data folder $2: choose another with --home DIR"
    [ "$1" = serve ] || touch "$marker"
}

# Only what a demonstration put there is deleted, and only from a folder that a demonstration made.
forget_demo() {
    [ -n "$(ls -A "$1" 2>/dev/null)" ] || return 0
    [ -e "$1/demonstration" ] || refuse "--fresh: $1 was not made by a demonstration; delete it yourself if you mean it"
    [ ! -e "$1/data/postmaster.pid" ] || ! kill -0 "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null ||
        refuse "--fresh: the database of $1 is running; stop the demonstration that uses it first"
    rm -rf "$1/data" "$1/exports" "$1"/postgresql* "$1"/airshed.*
}

require_free_port() {
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
        refuse "port $1 is taken by another program: stop it, or choose another port with --port N"
    fi
}

# A demonstration shows its passwords to whoever asks, so it answers this machine only.
listens_on() {
    if [ "$1" = demo ]; then echo "${AIRSHED_ADDRESS:-127.0.0.1}"; else echo "${AIRSHED_ADDRESS:-0.0.0.0}"; fi
}

run_server() { # run_server MODE PORT HOME [DATA]
    local start server
    start=$(now_ms)
    require_free_port "$2"
    java -XX:AOTCache="$APP/airshed.aot" -Xlog:aot=off -Xlog:cds=off $SERVER_JVM -jar "$APP/app.jar" \
        --airshed.mode="$1" --airshed.home="$3" --server.port="$2" --server.address="$(listens_on "$1")" ${4:+--airshed.observation.data="$4"} &
    server=$!
    trap 'kill -TERM $server 2>/dev/null' INT TERM
    if wait_ready "$server" "$2" "${AIRSHED_START_DEADLINE:-180}"; then
        START_READY_S=$(seconds_since "$start")
        answers "$2" / || echo "airshed: the server is ready but its first page does not answer" >&2
        printf 'Airshed answers on http://localhost:%s\n' "$2"
        printf 'start ready_s=%s first_page_s=%s\n' "$START_READY_S" "$(seconds_since "$start")"
    elif kill -0 "$server" 2>/dev/null; then
        kill -TERM "$server"
        echo "airshed: not ready after ${AIRSHED_START_DEADLINE:-180} s, stopped" >&2
    fi
    # A signal interrupts the first wait; the second waits for the server to have stopped gracefully.
    wait "$server"
    local status=$?
    kill -0 "$server" 2>/dev/null && wait "$server" && status=$?
    [ $status -eq 143 ] || [ $status -eq 130 ] && status=0
    return $status
}

run_worker() {
    build_cli
    exec java --add-modules jdk.incubator.vector -XX:+UseParallelGC -Xmx"${AIRSHED_WORKER_HEAP:-2g}" -Dfile.encoding=UTF-8 \
        -cp "$(echo "$ROOT"/cli/target/airshed-cli-*.jar):$ROOT/cli/target/lib/*" org.airshed.cli.Airshed worker "$@"
}

# The first start makes the database; of up to three warm ones the fastest counts, and the first that meets the
# target ends the measurement: the machine is shared, and what is measured is this program, not its neighbours.
bench_start() {
    local home limit_s=7 round line best=''
    home=$(mktemp -d)
    mkdir -p "$LOGS"
    for round in first warm-1 warm-2 warm-3; do
        start_once "$home" "$LOGS/bench-start-$round.log"
        [ $round = first ] && continue
        line=$(grep '^start ready_s=' "$LOGS/bench-start-$round.log")
        echo "$round: ${line:-never ready}"
        best=$(printf '%s\n%s\n' "$best" "$line" | grep . | sort -t= -k3 -n | head -n 1)
        within_limit "$best" $limit_s && break
    done
    rm -rf "$home"
    echo "${best:-start ready_s=never first_page_s=never}"
    within_limit "$best" $limit_s
}

within_limit() { # within_limit LINE SECONDS
    [ -n "$1" ] && awk -v s="${1##*first_page_s=}" -v l="$2" 'BEGIN { exit !(s <= l) }'
}

start_once() { # start_once HOME LOG: one start and one stop
    local runner end
    (run_server demo "$(free_port)" "$1") >"$2" 2>&1 &
    runner=$!
    end=$(($(now_ms) + 180000))
    until grep -q '^start ready_s=' "$2"; do
        kill -0 "$runner" 2>/dev/null && [ "$(now_ms)" -lt "$end" ] || { tail -n 30 "$2" >&2; break; }
        sleep 0.1
    done
    kill -TERM "$runner" 2>/dev/null
    wait "$runner" 2>/dev/null
}
