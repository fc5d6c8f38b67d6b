# What every kind of database has in common: what is remembered of it, its process, its client.
# shellcheck shell=bash

say() { printf 'database: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# What STATE/database.conf remembers, read once: value[key].
declare -A value=()

read_values() {
    local line
    value=()
    [ -e "$STATE/database.conf" ] || return 1
    while IFS= read -r line; do value[${line%%=*}]=${line#*=}; done <"$STATE/database.conf"
}

write_values() {
    local key
    for key in "${!value[@]}"; do printf '%s=%s\n' "$key" "${value[$key]}"; done >"$STATE/database.conf.new"
    mv "$STATE/database.conf.new" "$STATE/database.conf"
}

known() { [ -n "${value[kind]:-}" ] || fail "no database in $STATE"; }

only_one_at_a_time() {
    mkdir -p "$STATE"
    exec {DATABASE_LOCK}>"$STATE/lock"
    flock -w 300 "$DATABASE_LOCK" || fail "another database command works on $STATE"
    read_values
}

port_answers() { (exec 3<>"/dev/tcp/${value[host]}/${value[port]}") 2>/dev/null; }

refuse_taken_port() {
    local port=${value[port]}
    [[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1024 ] && [ "$port" -le 65535 ] || fail "--port must be 1024 to 65535"
    port_answers || return 0
    fail "port $port is taken by $(ss -Hltnp "sport = :$port" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p' | head -n 1)"
}

secret() { od -An -N 15 -tx1 /dev/urandom | tr -d ' \n'; }

# The process that start remembered, if it still is this server and not a later process with the same number.
running() {
    local word
    [ -n "${value[pid]:-}" ] && [ -r "/proc/${value[pid]}/cmdline" ] || return 1
    while IFS= read -r -d '' word; do
        [ "$word" = "--datadir=${value[datadir]}" ] && return 0
    done <"/proc/${value[pid]}/cmdline"
    return 1
}

answers() {
    [ -n "${value[url]:-}" ] || running || return 1
    port_answers
}

# The daemon in a session of its own: Ctrl-C in the terminal is the launcher's business, not the database's.
launch() {
    local log=$STATE/$KIND/server.log deadline=$((SECONDS + 120))
    rm -f "$STATE/pid"
    setsid -f bash -c 'echo $$ >"$0.new" && mv "$0.new" "$0"; exec "$@"' "$STATE/pid" "$@" >"$log" 2>&1 </dev/null {DATABASE_LOCK}>&-
    until [ -s "$STATE/pid" ]; do sleep 0.02; done
    value[pid]=$(<"$STATE/pid")
    value[log]=$log
    write_values
    rm "$STATE/pid"
    until [ -S "${value[socket]}" ] && port_answers; do
        running || fail "stopped by itself; $log ends with: $(grep -i error "$log" | tail -n 3)"
        [ $SECONDS -lt $deadline ] || { stop_server; fail "does not answer after 120 s; $log"; }
        sleep 0.05
    done
}

# The socket's path must stay under 108 bytes wherever the checkout is.
make_socket_folder() { value[socket]=$(mktemp -d /tmp/switchroom-database.XXXXXX)/socket; }

stop() {
    [ -e "$STATE/database.conf" ] || return 0
    only_one_at_a_time
    stop_server
}

stop_server() {
    local tries=0
    if running; then
        kill -TERM "${value[pid]}"
        while kill -0 "${value[pid]}" 2>/dev/null; do
            tries=$((tries + 1))
            [ $tries = 300 ] && { say "process ${value[pid]} does not stop within 30 s: killed"; kill -KILL "${value[pid]}"; }
            sleep 0.1
        done
        say stopped
    fi
    case ${value[socket]:-} in /tmp/switchroom-database.*/socket) rm -rf "${value[socket]%/socket}" ;; esac
    value[socket]='' value[pid]=''
    write_values
}

# client ACCOUNT [options]: the password goes by a file descriptor, never by the command line.
client() {
    local account=$1 connection="host=${value[host]}
port=${value[port]}
protocol=tcp"
    shift
    [ "$account" = root ] && [ -n "${value[socket]:-}" ] && connection="socket=${value[socket]}"
    find_client
    "${CLIENT[@]}" --defaults-file=<(printf '[client]\n%s\nuser="%s"\npassword="%s"\n' \
        "$connection" "${value[$account.user]}" "${value[$account.password]}") \
        --default-character-set=utf8mb4 "${CLIENT_OPTIONS[@]}" "$@"
}

find_client() {
    case ${value[kind]} in
        embedded) embedded_client ;;
        mysql) mysql_client ;;
        external) external_client ;;
    esac
}
