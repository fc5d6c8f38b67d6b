# The database: the embedded one, MySQL from Debian's packages, or the server named by --database.
# shellcheck shell=bash

database() { "$ROOT/sql/server/database" "$1" --dir "$STATE/database" "${@:2}"; }

start_database() {
    if [ -n "${PORTS[database]:-}" ]; then
        database start --kind "${DATABASE:-embedded}" --port "${PORTS[database]}" --cache "$CACHE" || return
    else
        database start --url "$DATABASE" --cache "$CACHE" || return
    fi >"$STATE/database.values"
    read_file "$STATE/database.values"
    echo "=> ${GOT[database.version]} at ${GOT[database.host]}:${GOT[database.port]}"
}

# read_file FILE: its key=value lines into GOT.
declare -A GOT=()
read_file() {
    local line
    GOT=()
    while IFS= read -r line; do GOT[${line%%=*}]=${line#*=}; done <"$1"
}

# What --status tells of it: the foreign client's account.
publish_database() {
    local key
    read_file "$STATE/database.values"
    for key in host port name; do set_value "database.$key" "${GOT[database.$key]}"; done
    set_value database.user "${GOT[database.client.user]}"
    set_value database.password "${GOT[database.client.password]}"
}
