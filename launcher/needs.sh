# What the commands need on this machine: found, installed where that is allowed (root on Debian), or
# named with the command that installs it.

is_jdk25() { # is_jdk25 DIR
    [ -x "$1/bin/javac" ] && "$1/bin/java" -XshowSettings:properties -version 2>&1 |
        grep -q 'java.specification.version = 25'
}

JDK_FOLDERS="/usr/lib/jvm /opt $HOME/.sdkman/candidates/java"

jdk_candidates() { # folders with 25 in their name below the places where JDKs are kept
    local folder
    for folder in ${AIRSHED_JDK_FOLDERS:-$JDK_FOLDERS}; do
        find "$folder" -maxdepth 1 -name '*25*' 2>/dev/null
    done
}

need_java() {
    local candidate
    if ! { [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; }; then
        JAVA_HOME=
        for candidate in "${JAVA25_HOME:-}" $(jdk_candidates); do
            if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
                JAVA_HOME=$candidate
                break
            fi
        done
    fi
    [ -n "$JAVA_HOME" ] || refuse "no JDK 25 found in JAVA_HOME, JAVA25_HOME or below ${AIRSHED_JDK_FOLDERS:-$JDK_FOLDERS}: \
install one (Debian 13 and later: apt-get install openjdk-25-jdk; else unpack Temurin 25 below /usr/lib/jvm) or set JAVA25_HOME to it"
    export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

need_maven() {
    command -v mvn >/dev/null || refuse "Maven not found: install it (Debian: apt-get install maven)"
}

need_node() {
    local version
    command -v node >/dev/null || refuse "Node.js not found: install version 20 or later with npm (Debian: apt-get install nodejs npm)"
    version=$(node --version) && version=${version#v}
    [ "${version%%.*}" -ge 20 ] || refuse "Node.js 20 or later expected, found $version: install a newer one"
    command -v npm >/dev/null || refuse "npm not found: install it (Debian: apt-get install npm)"
}

# need_packages WHAT PACKAGE…: Debian packages the tests need
need_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "  installing what the tests need: ${missing[*]}" >&2
        step "install ${missing[*]}" install_packages "${missing[@]}" || refuse "could not install ${missing[*]}: see the log above"
    else
        refuse "missing: ${missing[*]}; install with: sudo apt-get install ${missing[*]}"
    fi
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@"
}
