# What must be on the machine: a JDK and Maven. Installed by apt where we may, else the command to type is said.
# shellcheck shell=bash

find_java() {
    local version
    version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ]
}

find_maven() { command -v mvn >/dev/null; }

check_needs() {
    local packages=()
    find_java || packages+=(openjdk-17-jdk-headless)
    find_maven || packages+=(maven)
    [ ${#packages[@]} = 0 ] && return
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        give_up "needs a JDK (17 or later) and Maven: type  sudo apt-get install ${packages[*]}"
    fi
    line needs "installing ${packages[*]}"
    mkdir -p "$STATE/log"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -q update; apt-get -q install -y --no-install-recommends "${packages[@]}"; } >"$STATE/log/needs.log" 2>&1
    hash -r
    find_java && find_maven || give_up "apt-get could not install ${packages[*]}; see $STATE/log/needs.log"
    line needs "installed"
}

give_up() {
    line failed "$*"
    enter_state failed "$*"
    exit 1
}

# name the holder of a port before anything is started.
check_ports() {
    local what port holder
    for what in "${!PORTS[@]}"; do
        port=${PORTS[$what]}
        answers 127.0.0.1 "$port" || continue
        holder=$(ss -Hltnp "sport = :$port" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' | head -n 1)
        give_up "port $port ($what) is taken by ${holder:-another user\'s process}: stop it, or use --port-offset N"
    done
}
