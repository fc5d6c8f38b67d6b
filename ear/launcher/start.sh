# From nothing to ready, staying there, and back.
# shellcheck shell=bash

declare -A PORTS=()

lay_out_ports() {
    local k
    PORTS=([http]=$((8080 + OFFSET)) [management]=$((9990 + OFFSET)))
    [ -n "$DATABASE" ] && [ "$DATABASE" != mysql ] || PORTS[database]=$((13306 + OFFSET))
    [ "$PBX" = none ] || for ((k = 1; k <= LAB_SERVERS; k++)); do PORTS["AMI of pbx$k"]=$((15000 + OFFSET + 100 * k - 62)); done
}

start() {
    become_launcher
    settle_beginning
    lay_out_ports
    check_needs
    tidy_up
    check_ports
    rm -f "$STATE"/{database,pbx,server}.values "$STATE"/{build.done,hands-off}
    line start "state and logs in ${STATE#"$PWD/"}, downloads in $CACHE"
    begin build build
    begin prepare prepare_server
    begin database start_database
    if [ "$PBX" = none ]; then : >"$STATE/pbx.values"; else begin pbx start_pbx; fi
    finish build prepare database
    begin server start_server "booting WildFly with switchroom.ear"
    finish server pbx
    sow
    publish
    announce
    look_after
}

# What an instance has in it when it is ready for the first time; no slower than its slowest part.
sow() {
    if [ -n "$EMPTY" ]; then
        remember_beginning
        begin seed begin_empty
        finish seed
    elif seeded; then
        line seed "accounts, endpoints and servers are there from before"
    else
        remember_beginning
        begin seed seed
        finish seed
        begin register register
        begin demo demo
        finish register demo
        remember_seed
    fi
}

# One launcher per checkout. It leaves its number, and takes all down that it started when it goes.
become_launcher() {
    mkdir -p "$STATE/log"
    exec {LAUNCHER_LOCK}>"$STATE/launcher.lock"
    if ! flock -n "$LAUNCHER_LOCK" || launcher_lives; then
        read_status
        echo "run: Switchroom is ${VALUES[state]:-starting} here already, looked after by process $(cat "$STATE/launcher"): ${VALUES[url]:-}"
        [ -z "$RESET" ] || { echo "run: nothing was reset: ./run --stop first, then ./run --reset"; exit 1; }
        echo "run: ./run --stop ends it"
        [ "${VALUES[state]:-}" = ready ]
        exit
    fi
    echo $$ >"$STATE/launcher"
    flock -u "$LAUNCHER_LOCK"
    VALUES=()
    enter_state starting
    trap 'interrupted' INT TERM HUP
}

# What an earlier launcher left running, and with --reset what it left lying.
tidy_up() {
    stop_all >"$STATE/log/tidy.log" 2>&1
    [ -n "$RESET" ] || return
    rm -rf "$STATE/database" "$STATE/server" "$STATE/lab" "$STATE/api.token" "$STATE/first-password"
    line reset "data of earlier runs thrown away"
}

publish() {
    publish_database
    publish_pbx
    publish_server
    publish_seed
    enter_state ready
}

announce() {
    printf '\nSwitchroom is ready: %s%s%s  (after %s s)\n\n' "$BOLD" "${VALUES[url]}" "$PLAIN" "$(since "$BEGUN")"
    if [ -n "$EMPTY" ]; then announce_first_steps; else announce_accounts; fi
    printf '\nSQL client:   mariadb --skip-ssl -h %s -P %s -u %s -p%s %s\n' "${VALUES[database.host]}" "${VALUES[database.port]}" \
        "${VALUES[database.user]}" "${VALUES[database.password]}" "${VALUES[database.name]}"
    grep -q '\.kind=fake' "$STATE/pbx.values" && printf '\nThe PBX is the fake one: rows are answered, but nothing rings.\n'
    printf 'All of it:    ./run --status\n'
    printf 'To stop it:   ./run --stop, or Ctrl-C where it was started in the foreground\n'
}

announce_accounts() {
    local role
    printf 'Demo accounts:\n'
    for role in "${ROLES[@]}"; do printf '  %-13s password %s\n' "$role" "${VALUES[account.$role]#*/}"; done
    printf '  and 12 people, for example maria.lopez, password maria.lopez-demo\n'
}

announce_first_steps() {
    [ -z "${VALUES[account.admin]:-}" ] || printf 'First administrator:\n  admin         first password %s\n' "${VALUES[account.admin]#*/}"
    printf 'It is empty: the page First steps leads from here to the first call.\n'
}

# Until told to stop, or until something dies that can't be done without. While STATE/hands-off exists, whoever made it ends and starts things.
look_after() {
    local gone='' server='' database key value
    while [ -z "$gone" ]; do
        sleep 2 &
        wait $!
        [ ! -e "$STATE/hands-off" ] || continue
        { read -r server <"$SERVER_HOME/server.pid"; } 2>/dev/null
        database=''
        while IFS='=' read -r key value; do [ "$key" != pid ] || database=$value; done <"$STATE/database/database.conf"
        [ -d "/proc/$server" ] || gone=server
        [ -z "$database" ] || [ -d "/proc/$database" ] || gone=database
    done
    line failed "the $gone stopped by itself; see ${STATE#"$PWD/"}"
    stop_all >"$STATE/log/stop.log" 2>&1
    enter_state failed "the $gone stopped by itself"
    exit 1
}

interrupted() {
    trap '' INT TERM HUP
    IFS=$' \t\n'
    echo
    line stop "stopping all that was started"
    stop_all >"$STATE/log/stop.log" 2>&1
    enter_state stopped
    rm -f "$STATE/launcher"
    line stop "stopped"
    exit 130
}

stop_all() {
    end_phases
    stop_server
    stop_pbx &
    [ ! -d "$STATE/database" ] || database stop
    wait $!
}

stop() {
    local tries=0
    if launcher_lives; then
        kill -TERM "$LAUNCHER"
        while [ -d "/proc/$LAUNCHER" ] && [ $tries -lt 900 ]; do sleep 0.1; tries=$((tries + 1)); done
    fi
    [ -d "$STATE" ] || { echo "run: nothing was started here"; return 0; }
    stop_all >/dev/null 2>&1
    read_status
    VALUES=()
    enter_state stopped
    rm -f "$STATE/launcher"
    echo "run: stopped"
}

# The launcher itself is a process apart from the terminal: bash 5.2 may lose its place when Ctrl-C meets a command substitution.
launch() {
    local options=(--pbx "$PBX" --servers "$LAB_SERVERS" --port-offset "$OFFSET")
    mkdir -p "$STATE/log"
    [ -z "$RESET" ] || options+=(--reset)
    [ -z "$EMPTY" ] || options+=(--empty)
    [ -z "$DATABASE" ] || options+=(--database "$DATABASE")
    if launcher_lives; then become_launcher; fi
    : >"$STATE/run.log"
    rm -f "$STATE/launcher" "$STATE/status"
    (close_inherited; exec setsid -f "$ROOT/run" --supervise "${options[@]}" >>"$STATE/run.log" 2>&1 </dev/null)
    tail -n +1 -f "$STATE/run.log" &
    VIEWER=$!
    trap 'give_back' INT TERM HUP
    for _ in {1..600}; do [ -e "$STATE/launcher" ] && break; sleep 0.05; done
}

# What lives on must not hold files that our caller has open: a lock would stay taken, a pipe would not end.
close_inherited() {
    local fd
    for fd in /proc/self/fd/*; do
        fd=${fd##*/}
        [ "$fd" -le 2 ] || [ "$fd" = 255 ] || eval "exec $fd>&-"
    done
}

give_back() {
    trap '' INT TERM HUP
    IFS=$' \t\n'
    stop
    kill $VIEWER 2>/dev/null
    exit 130
}

# Shows the launcher's lines until Switchroom is ready or failed, or until it ends; Ctrl-C stops Switchroom.
start_and_show() {
    local until=$1
    launch
    while read_status; [ "${VALUES[state]:-starting}" = starting ] || { [ "$until" = end ] && [ "${VALUES[state]}" = ready ]; }; do
        sleep 0.5 &
        wait $!
        launcher_lives || break
    done
    sleep 0.3
    kill $VIEWER
    wait $VIEWER 2>/dev/null
    read_status
    true_state
    [ "${VALUES[state]}" = ready ]
}
