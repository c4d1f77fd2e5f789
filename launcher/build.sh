# Builds what is missing or older than its sources.

# newer_than STAMP PATH…: true when a source under PATH is newer than STAMP, or STAMP is missing
newer_than() {
    local stamp=$1
    shift
    [ -e "$stamp" ] || return 0
    [ -n "$(find "$@" -type f -newer "$stamp" -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' \
        -not -path '*/src/test/*' -print -quit)" ]
}

maven() { (cd "$ROOT" && mvn -B -q "$@"); }

build_cli() {
    newer_than "$ROOT/cli/target/built" "$ROOT"/{pom.xml,engine,stationfiles,metfiles,cli} || return 0
    need_maven
    step "build the command line" maven -pl cli -am package -DskipTests -Djacoco.skip=true || exit 1
    touch "$ROOT/cli/target/built"
}

run_cli() {
    exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=4 -Xshare:auto -Xmx"${AIRSHED_CLI_HEAP:-384m}" -Dfile.encoding=UTF-8 \
        -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        -cp "$(echo "$ROOT"/cli/target/airshed-cli-*.jar):$ROOT/cli/target/lib/*" org.airshed.cli.Airshed "$@"
}

build_server() {
    if newer_than "$APP/built" "$ROOT"/{pom.xml,engine,stationfiles,documents,platform,web}; then
        need_maven
        need_node
        step "build the server and its pages" maven -pl platform -am package -DskipTests -Djacoco.skip=true || exit 1
        unpack_server || exit 1
    fi
    [ -e "$APP/airshed.aot" ] && [ "$APP/airshed.aot" -nt "$APP/built" ] || train_cache
}

# The jar unpacked beside its libraries starts faster and can have an AOT cache.
unpack_server() {
    rm -rf "$APP"
    step "unpack the server" unpack_jar || return 1
    touch "$APP/built"
}

unpack_jar() {
    local jar
    jar=$(echo "$ROOT"/platform/target/airshed-platform-*.jar)
    java -Djarmode=tools -jar "$jar" extract --destination "$APP" && mv "$APP/$(basename "$jar")" "$APP/app.jar"
}

# A training run of the demonstration, asked for its first pages, teaches the JVM which classes to have ready.
train_cache() {
    step "train the start (AOT cache)" record_start || {
        echo "  the server will start without its AOT cache, some seconds slower" >&2
        return 0
    }
    touch "$APP/airshed.aot"
}

record_start() {
    local home port server ready=no page
    home=$(mktemp -d) && port=$(free_port)
    rm -f "$APP/airshed.aot"
    java -XX:AOTCacheOutput="$APP/airshed.aot" -Xlog:aot=off -Xlog:cds=off $SERVER_JVM -jar "$APP/app.jar" \
        --airshed.mode=demo --airshed.home="$home" --server.port="$port" &
    server=$!
    if wait_ready "$server" "$port" 120; then
        for page in / /office.html /api/v1/service /api/v1/session /api/v1/air/hours /api/v1/air/cities; do
            http_get "$port" "$page" >/dev/null
        done
        ready=yes
    fi
    kill -TERM "$server" 2>/dev/null
    wait "$server"
    rm -rf "$home"
    [ $ready = yes ] && [ -s "$APP/airshed.aot" ]
}
