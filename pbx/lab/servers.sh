# Starts, awaits and ends the servers of a lab. A process is ours if its id and its start time are as recorded.
# shellcheck shell=bash

# look_at PID: start time into BEGUN, empty if there is no such process or it is a zombie.
look_at() {
    local stat fields
    BEGUN=''
    { IFS= read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 0
    read -ra fields <<<"${stat##*) }"
    [ "${fields[0]}" = Z ] || BEGUN=${fields[19]}
}

# runs NAME: true if that server runs; its id into PID.
runs() {
    local begun IFS=$' \t\n'                  # a trap may come while a read has another
    PID=''
    { read -r PID begun <"$STATE/$1/pid"; } 2>/dev/null || return 1
    look_at "$PID"
    [ "$BEGUN" = "$begun" ] && return 0
    PID=''
    return 1
}

boot() {
    local name=$1 confine=()
    if [ "$UID" = 0 ] && command -v setpriv >/dev/null; then   # root in name only: no capability left
        confine=(setpriv --no-new-privs --inh-caps=-all --bounding-set=-all)
    fi
    rm -f "${RUN[$name]}/asterisk.ctl"
    setsid "${confine[@]}" "${ASTERISK[@]}" -f -C "$STATE/$name/etc/asterisk.conf" \
        </dev/null >"$STATE/$name/log/console" 2>&1 {LAB_LOCK}>&- &
    PID=$!
    disown
    look_at "$PID"
    echo "$PID $BEGUN" >"$STATE/$name/pid"
}

# await_ready NAME SECONDS: AMI greets, and a login that reads system is told FullyBooted.
await_ready() {
    local name=$1 deadline=$((SECONDS + $2)) user=switchroom-events secret=${CONF[secret.$1.events]:-}
    [ "$name" = carrier ] && user=lab secret=${CONF[secret.carrier]}
    while [ $SECONDS -lt $deadline ]; do
        runs "$name" || { say "$name ended while starting: $(last_words "$name")"; return 1; }
        if ami_open "${AMI_PORT[$name]}" $user "$secret" on 2; then
            ami_await Event '^FullyBooted$' $((deadline - SECONDS)) && { ami_close; return 0; }
            ami_close
        fi
        sleep 0.1
    done
    say "$name is not ready after $2 s: $(last_words "$name")"
    return 1
}

last_words() { tail -q -n 3 "$STATE/$1/log/console" "$STATE/$1/log/messages" 2>/dev/null | tr '\n' ' '; }

# end_servers NAME ...: asks, waits, then kills; only what we started.
end_servers() {
    local name deadline=$((SECONDS + 8)) left
    for name in "$@"; do runs "$name" && kill -TERM "$PID" 2>/dev/null; done
    while :; do
        left=0
        for name in "$@"; do
            runs "$name" || continue
            left=1
            [ $SECONDS -lt $deadline ] || kill -KILL "$PID" 2>/dev/null
        done
        [ $left = 1 ] || break
        sleep 0.05
    done
    for name in "$@"; do rm -f "$STATE/$name/pid"; done
}

# refuse_taken_ports: names who holds a port that we need.
refuse_taken_ports() {
    local taken name
    declare -A taken=()
    listening tcp 0A
    listening udp 07
    for name in "${NAMES[@]}"; do
        refuse_taken tcp "${AMI_PORT[$name]}" "AMI of $name"
        refuse_taken udp "${SIP_PORT[$name]}" "SIP of $name"
    done
}

# listening PROTOCOL STATE: adds protocol/port -> inode to taken.
listening() {
    local file fields
    for file in "/proc/net/$1" "/proc/net/${1}6"; do
        [ -r "$file" ] || continue
        while read -ra fields; do
            [ "${fields[3]:-}" != "$2" ] || taken[$1/$((16#${fields[1]##*:}))]=${fields[9]}
        done <"$file"
    done
}

refuse_taken() {
    local inode=${taken[$1/$2]:-} holder
    [ -n "$inode" ] || return 0
    holder=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 | cut -d / -f 3)
    if [ -n "$holder" ]; then
        holder="process $holder ($(tr '\0' ' ' <"/proc/$holder/cmdline" | cut -c 1-400))"
    fi
    fail "port $2/$1 ($3) is taken by ${holder:-a process of another user}; choose another --port-base"
}
