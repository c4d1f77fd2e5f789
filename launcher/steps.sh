# One line per step: what it is, how long it took; a log file and its end when it failed.

refuse() { # refuse SENTENCE: says what is wrong and what to do, and stops
    printf 'airshed: %s\n' "$1" >&2
    exit 2
}

now_ms() { echo $(($(date +%s%N) / 1000000)); }

seconds_since() { # seconds_since MS: "3.2"
    local elapsed=$(($(now_ms) - $1))
    printf '%d.%d' $((elapsed / 1000)) $((elapsed % 1000 / 100))
}

step() { # step NAME COMMAND…: runs it with its output in a log; one line; fails as it fails
    local name=$1 start log
    shift
    mkdir -p "$LOGS" 2>/dev/null || refuse "no write permission in $ROOT: expected to create $LOGS; run in a copy you own"
    log=$LOGS/$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-').log
    start=$(now_ms)
    [ -t 2 ] && printf '  … %s\r' "$name" >&2
    if "$@" >"$log" 2>&1; then
        printf '  ✓ %-44s %6s s\n' "$name" "$(seconds_since "$start")" >&2
        return 0
    fi
    printf '  ✗ %-44s %6s s\n' "$name" "$(seconds_since "$start")" >&2
    if grep -q 'No space left on device' "$log"; then
        printf 'airshed: the disk holding %s is full: free some space and run the command again\n' "$ROOT" >&2
    fi
    printf -- '--- the end of %s\n' "$log" >&2
    tail -n 40 "$log" | cut -c 1-400 >&2
    return 1
}
