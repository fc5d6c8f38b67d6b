# MySQL from Debian's packages, unpacked into a folder of its own; it runs there by its own loader and libraries, without root, chroot or mount.
# shellcheck shell=bash

MYSQL_LAYOUT=1                                  # raise it to have the cached folder made anew
MYSQL_SUITE=${SWITCHROOM_MYSQL_SUITE:-sid}

find_mysql() {
    local root=$CACHE/mysql-root-$MYSQL_SUITE-$MYSQL_LAYOUT
    value[binaries]=$root
    if [ ! -e "$root/whole" ]; then
        mkdir -p "$CACHE"
        (
            flock 8
            [ -e "$root/whole" ] || unpack_mysql "$root"
        ) 8>"$CACHE/mysql.lock" || exit 1
    fi
    value[version]="MySQL $(<"$root/whole")"
}

unpack_mysql() {
    local root=$1
    say "getting MySQL from Debian $MYSQL_SUITE (once, into $root)"
    rm -rf "$root.new"
    mkdir "$root.new"
    download_debian_packages "$root.new" mysql-server-core mysql-client-core || { rm -rf "$root.new"; exit 1; }
    find "$root.new/apt/archives" -maxdepth 1 -name '*.deb' -print0 | xargs -0 -n 1 sh -c 'dpkg-deb -x "$1" "$0"' "$root.new"
    rm -rf "$root.new/apt" "$root.new"/usr/share/{doc,man,locale,info}
    ln -s "$(cd "$root.new" && find usr/lib -name 'ld-linux*.so.*' -type f | head -n 1)" "$root.new/loader"
    in_mysql_root "$root.new" mysqld --version | sed 's/.*Ver \([0-9.]*\).*/\1/' >"$root.new/whole"
    [ -s "$root.new/whole" ] || { rm -rf "$root.new"; fail "the unpacked MySQL does not run"; }
    rm -rf "$root"
    mv -T "$root.new" "$root"
}

# By the lab's own apt, which knows nothing but the folder that it fills.
download_debian_packages() (
    local mirror
    # shellcheck source=/dev/null
    . "$HERE/../../pbx/lab/asterisk-root.sh"
    ROOT_SUITE=$MYSQL_SUITE ROOT_LOCK=8
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || fail "no Debian archive in /etc/apt to get MySQL from"
    apt_of_its_own "$1" "$mirror"
    run_apt update && run_apt install --download-only "${@:2}"
)

# The words of a command that runs BINARY of the folder: MYSQL.
mysql_words() {
    local root=$1 binary
    binary=$(echo "$root"/usr/*bin/"$2")
    MYSQL=("$root/loader" --library-path "$(echo "$root"/usr/lib/*-linux-gnu)" --argv0 "$2" "$binary")
}

in_mysql_root() {
    mysql_words "$1" "$2"
    shift 2
    "${MYSQL[@]}" "$@"
}

mysqld() {
    local user=()
    [ "$(id -u)" = 0 ] && user=(--user=root)
    mkdir -p "$STATE/$KIND/tmp" # as for MariaDB
    mysql_words "${value[binaries]}" mysqld
    "$1" "${MYSQL[@]}" --no-defaults "${user[@]}" --basedir="${value[binaries]}/usr" \
        --plugin-dir="${value[binaries]}/usr/lib/mysql/plugin" --datadir="${value[datadir]}" --tmpdir="$STATE/$KIND/tmp" --secure-file-priv=NULL --pid-file="${value[datadir]}/mysqld.pid" --mysqlx=OFF --skip-log-bin "${@:2}"
}

init_mysql() {
    printf "alter user root@localhost identified by '%s';\n" "${value[root.password]}" >"$STATE/mysql/init.sql"
    mysqld env --initialize-insecure --init-file="$STATE/mysql/init.sql" >"$STATE/mysql/init.log" 2>&1 ||
        fail "no empty database: $(grep -F '[ERROR]' "$STATE/mysql/init.log" | tail -n 3)"
    rm "$STATE/mysql/init.sql"
}

run_mysql() {
    mysqld launch --port="${value[port]}" --bind-address=127.0.0.1 --socket="${value[socket]}" --skip-name-resolve \
        --innodb-buffer-pool-size=192M --innodb-flush-log-at-trx-commit=1 --max-connections=300 --performance-schema=OFF
}

mysql_client() {
    mysql_words "${value[binaries]}" mysql
    CLIENT=("${MYSQL[@]}")
    CLIENT_OPTIONS=()
}
