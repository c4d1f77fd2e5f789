#!/usr/bin/env bash
# Tests of the launcher: every refusal is a sentence that says what to do, and the exit says so too.
set -uo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"; [ -n "${LISTENER:-}" ] && kill "$LISTENER" 2>/dev/null' EXIT
PASSED=0
FAILED=0

# expects NAME EXIT TEXT COMMAND…: the command must end with EXIT and say TEXT
expects() {
    local name=$1 exit=$2 text=$3 output status
    shift 3
    output=$("$@" 2>&1)
    status=$?
    if [ $status = "$exit" ] && [[ $output == *"$text"* ]]; then
        PASSED=$((PASSED + 1))
    else
        FAILED=$((FAILED + 1))
        printf 'FAILED %s: expected exit %s and "%s", got exit %s and:\n%s\n' "$name" "$exit" "$text" "$status" "$output"
    fi
}

# within NAME-OF-PART CODE: runs CODE with the launcher's parts loaded
within() {
    ROOT=$ROOT LOGS=$WORK/logs APP=$WORK/app bash -c '
        . "$ROOT/launcher/steps.sh"; . "$ROOT/launcher/needs.sh"; . "$ROOT/launcher/build.sh"
        . "$ROOT/launcher/server.sh"; . "$ROOT/launcher/checks.sh"; '"$1"
}

for script in "$ROOT/airshed" "$ROOT"/launcher/*.sh "$ROOT/.ci/run"; do
    expects "$script parses" 0 '' bash -n "$script"
done

expects 'no JDK 25' 2 'no JDK 25 found' env -u JAVA_HOME -u JAVA25_HOME AIRSHED_JDK_FOLDERS="$WORK" "$ROOT/airshed" build
expects 'no Node.js' 2 'Node.js not found: install' within 'PATH=/nonexistent; need_node'
expects 'an old Node.js' 2 'Node.js 20 or later expected, found 18.1.0' within 'node() { echo v18.1.0; }; need_node'
expects 'no Maven' 2 'Maven not found: install' within 'PATH=/nonexistent; need_maven'
expects 'a missing package, not root' 2 'install with: sudo apt-get install no-such-package' \
    within 'id() { echo 1000; }; need_packages no-such-package'
expects 'a full disk' 1 'is full: free some space' within 'step writing sh -c "cat /proc/version >/dev/full"'
expects 'a step that fails shows its end' 1 'the reason' within 'step failing sh -c "echo the reason; exit 1"'
expects 'an unknown mode of demo' 2 'expected --port' "$ROOT/airshed" demo --prot 1
expects 'a port that is no number' 2 'expected a number from 1 to 65535, got "http"' "$ROOT/airshed" demo --port http
expects 'a port out of range' 2 'got "70000"' "$ROOT/airshed" demo --port 70000
expects 'a port of many digits' 2 'got "99999999999999999999"' "$ROOT/airshed" demo --port 99999999999999999999
expects 'no value for --port' 2 '--port: expected a number' "$ROOT/airshed" demo --port
expects 'no data folder' 2 'expected a folder, found none at "/no/such"' "$ROOT/airshed" demo --data /no/such
expects 'data for serve' 2 '--data belongs to demo' "$ROOT/airshed" serve --data /
expects 'no write permission' 2 'no write permission for the data folder /dev/null/home' "$ROOT/airshed" demo --home /dev/null/home
mkdir -p "$WORK/precious" && touch "$WORK/precious/work"
expects '--fresh spares what a demonstration did not make' 2 'was not made by a demonstration' \
    "$ROOT/airshed" demo --fresh --home "$WORK/precious"
expects 'a demonstration leaves no mark where it is refused' 1 '' test -e "$WORK/precious/demonstration"
mkdir -p "$WORK/demo" && touch "$WORK/demo/demonstration"
expects 'serve refuses the home of a demonstration' 2 'real work needs a home of its own' \
    "$ROOT/airshed" serve --home "$WORK/demo"
mkdir -p "$WORK/demo/data" && touch "$WORK/demo/data/base" "$WORK/demo/notes"
expects 'forgetting deletes the database alone' 0 '' within "forget_demo $WORK/demo"
expects 'the database is gone' 1 '' test -e "$WORK/demo/data"
expects 'the notes are there' 0 '' test -e "$WORK/demo/notes"
expects 'what was spared is there' 0 '' test -e "$WORK/precious/work"
expects 'an unknown bench' 2 'expected start, import, evaluation, receptor, met, transport or replay, got "speed"' "$ROOT/airshed" bench speed
expects 'an unknown test option' 2 'expected --long or nothing, got "--fast"' "$ROOT/airshed" test --fast

node -e '
    const server = require("net").createServer().listen(0, "127.0.0.1", () => console.log(server.address().port))
    setTimeout(() => process.exit(), 60000)' >"$WORK/port" &
LISTENER=$!
for _ in $(seq 100); do [ -s "$WORK/port" ] && break; sleep 0.05; done
expects 'a taken port' 2 "port $(cat "$WORK/port") is taken by another program: stop it, or choose another" \
    within "run_server demo $(cat "$WORK/port") $WORK"

printf 'launcher passed=%s failed=%s\n' $PASSED $FAILED
[ $FAILED = 0 ]
