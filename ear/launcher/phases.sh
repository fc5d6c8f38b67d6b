# Phases run side by side, each a process group of its own with a log of its own; the first that fails ends the start.
# shellcheck shell=bash

declare -A PHASE_PID=() PHASE_BEGUN=() PHASE_SAYS=()
BEAT=''

# begin NAME FUNCTION [WHAT IT DOES]
begin() {
    [ -z "${3:-}" ] || line "$1" "$3"
    PHASE_BEGUN[$1]=$(now)
    set -m
    (trap - INT TERM; "$2") >"$STATE/log/$1.log" 2>&1 </dev/null &
    PHASE_PID[$1]=$!
    set +m
}

# finish NAME...: waits for these, and stops at once if any phase under way fails.
finish() {
    local name
    for name in "$@"; do
        while [ -n "${PHASE_PID[$name]:-}" ]; do reap; done
    done
}

# One phase that ended, or a sign of life every 20 seconds.
reap() {
    local ended code name
    [ -n "$BEAT" ] || { sleep 20 & BEAT=$!; }
    wait -n -p ended "${PHASE_PID[@]}" "$BEAT"
    code=$?
    [ -n "${ended:-}" ] || return 0
    if [ "$ended" = "$BEAT" ]; then
        BEAT=''
        line "" "... still at $(for name in "${!PHASE_PID[@]}"; do printf '%s (%s s) ' "$name" "$(since "${PHASE_BEGUN[$name]}")"; done)"
        return
    fi
    for name in "${!PHASE_PID[@]}"; do
        [ "${PHASE_PID[$name]}" = "$ended" ] || continue
        unset "PHASE_PID[$name]"
        [ $code = 0 ] || phase_failed "$name" $code
        line "$name" "$(outcome_of "$name")  $(since "${PHASE_BEGUN[$name]}") s"
    done
}

# What a phase says of itself in a line that begins with "=> ".
outcome_of() { sed -n 's/^\(\x1b\[[0-9;]*m\)*=> //p' "$STATE/log/$1.log" | tail -n 1 | grep . || echo "done"; }

phase_failed() {
    local name=$1 reason
    reason=$(telling_lines "$name" | grep -m 1 -iE 'error|fail|taken|cannot|can.t' || telling_lines "$name" | tail -n 1)
    line failed "$name, after $(since "${PHASE_BEGUN[$name]}") s; the end of $STATE/log/$name.log:"
    telling_lines "$name" | tail -n 15 | sed 's/^/    /'
    line failed "$(advice_for "$name")"
    stop_all >"$STATE/log/stop.log" 2>&1
    enter_state failed "$name: $reason"
    exit 1
}

# A phase's log without colours, blank lines and Maven's advice to its users.
telling_lines() {
    sed -e 's/\x1b\[[0-9;]*m//g' -e '/^\[ERROR\] *$/d' -e '/^\[ERROR\].*\(\[Help 1\]\|-e switch\|-X switch\|possible solutions\|can resume the build\|mvn <args>\)/d' \
        -e '/^[[:space:]]*$/d' "$STATE/log/$1.log" | cut -c 1-300
}

advice_for() {
    case $1 in
        build) echo "the sources don't compile, or Maven can't reach its repository; ./run tries again" ;;
        server) echo "the server's own log has more: ${SERVER_HOME#"$ROOT/"}/base/log/server.log" ;;
        database)
            case $DATABASE in
                '' | mysql) echo "./run --reset starts with an empty database" ;;
                *) echo "look at the address given with --database, and whether its user may make accounts there" ;;
            esac
            ;;
        pbx) echo "./run --pbx fake, or --pbx none, starts without real Asterisk servers" ;;
        *) echo "./run tries again; ./run --reset starts afresh" ;;
    esac
}

# Ends the phases under way with all their children.
end_phases() {
    local name
    [ -z "$BEAT" ] || kill "$BEAT" 2>/dev/null
    for name in "${!PHASE_PID[@]}"; do kill -TERM -- "-${PHASE_PID[$name]}" 2>/dev/null; done
    for name in "${!PHASE_PID[@]}"; do wait "${PHASE_PID[$name]}" 2>/dev/null; done
    PHASE_PID=() BEAT=''
}
