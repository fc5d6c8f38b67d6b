# The archive and the application server.
# shellcheck shell=bash

SERVER_HOME=$STATE/server

server() { "$ROOT/ear/server/server" "$1" --home "$SERVER_HOME" "${@:2}"; }

# Names, sizes and times of everything that the archive is made from.
sources() {
    find "$ROOT/pom.xml" "$ROOT"/jca-ami-connector "$ROOT"/{sql,ejb,web,ear,demo}/ \
        \( -name target -o -path '*/src/test' -o -path "$ROOT/sql/server" -o -path "$ROOT/sql/seed" -o -path "$ROOT/ear/launcher" -o -path "$ROOT/ear/server" \) -prune -o \
        -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -d ' ' -f 1
}

built() { [ -e "$ROOT/ear/target/switchroom.ear" ] && [ "$(cat "$ROOT/ear/target/switchroom.sources" 2>/dev/null)" = "$(sources)" ]; }

build() {
    local stamp
    rm -f "$STATE/build.done"
    if built; then
        echo "=> nothing changed since the last build"
    else
        stamp=$(sources)
        (cd "$ROOT" && mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip -Denforcer.skip package -pl ear,demo,jca-ami-connector/fake-asterisk -am) || return
        [ -e "$ROOT/ear/target/switchroom.ear" ] || { echo "Maven made no ear/target/switchroom.ear"; return 1; }
        echo "$stamp" >"$ROOT/ear/target/switchroom.sources"
        echo "=> compiled and packed"
    fi
    touch "$STATE/build.done"
}

prepare_server() {
    server prepare && echo "=> WildFly configured"
}

# Starts with the archive in place, so that one boot does it all.
start_server() {
    local file
    read_file "$STATE/database.values"
    for file in app owner; do printf '%s' "${GOT[database.$file.password]}" >"$STATE/$file.password"; done
    server deploy || return
    server start --port-offset "$OFFSET" --db-url "$(jdbc_url)" \
        --db-user "${GOT[database.app.user]}" --db-password-file "$STATE/app.password" \
        --migration-user "${GOT[database.owner.user]}" --migration-password-file "$STATE/owner.password" || return
    echo "=> WildFly runs and switchroom.ear is deployed"
}

jdbc_url() {
    local host=${GOT[database.host]}
    [[ $host != *:* ]] || host="[$host]"
    case ${GOT[database.version]} in MySQL*) echo -n "jdbc:mysql://" ;; *) echo -n "jdbc:mariadb://" ;; esac
    echo "$host:${GOT[database.port]}/${GOT[database.name]}"
}

# A server that was interrupted before it left its number is found by its folder.
stop_server() {
    local pid tries=0
    [ -d "$SERVER_HOME" ] || return 0
    server stop
    for pid in $(stray_servers); do kill -TERM "$pid"; done
    while [ -n "$(stray_servers)" ] && [ $tries -lt 100 ]; do sleep 0.2; tries=$((tries + 1)); done
    for pid in $(stray_servers); do kill -KILL "$pid"; done
}

stray_servers() { grep -lzx -- "[-]Djboss.server.base.dir=$SERVER_HOME/base" /proc/[0-9]*/cmdline 2>/dev/null | cut -d / -f 3; }

publish_server() {
    local key
    server status >"$STATE/server.values"
    read_file "$STATE/server.values"
    for key in url metrics.url health.url; do set_value $key "${GOT[$key]}"; done
}
