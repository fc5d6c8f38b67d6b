# A server that runs already, given as mysql://user:password@host:port/name or mariadb://...; its user makes the accounts.
# shellcheck shell=bash

use_external() {
    local url=$1 address
    [[ $url =~ ^(mysql|mariadb)://([^:@/]+):([^@/]*)@(\[[0-9a-fA-F:]+\]|[^:/@]+)(:([0-9]+))?/([A-Za-z0-9_]+)$ ]] ||
        fail "the database's address must look like mysql://user:password@host:3306/name (or mariadb://), name of letters, digits and _"
    address=${BASH_REMATCH[4]}
    running && fail "a database of kind ${value[kind]} runs in $STATE: stop it first"
    value[kind]=external value[url]=$url value[vendor]=${BASH_REMATCH[1]} value[host]=${address//[\[\]]/} value[port]=${BASH_REMATCH[6]:-3306}
    value[name]=${BASH_REMATCH[7]} value[socket]='' value[pid]='' value[log]=''
    value[root.user]=$(decoded "${BASH_REMATCH[2]}")
    value[root.password]=$(decoded "${BASH_REMATCH[3]}")
    remember_accounts
    port_answers || fail "nobody answers at ${value[host]} port ${value[port]}"
    value[version]=$(client root -N -B -e "select if(version() like '%MariaDB%', concat('MariaDB ', substring_index(version(), '-', 1)), concat('MySQL ', version()))") ||
        fail "${value[root.user]} can't sign in at ${value[host]} port ${value[port]}"
    write_values
    say "${value[version]} at ${value[host]} port ${value[port]}"
}

# %40 and the like, as in any URL.
decoded() { printf '%b' "${1//%/\\x}"; }

# MySQL's own client knows MySQL's ways to sign in; MariaDB's from Debian knows both.
external_client() {
    local root
    CLIENT_OPTIONS=()
    root=$(echo "$CACHE"/mysql-root-*/whole)
    if [ "${value[vendor]}" = mysql ] && [ -e "${root%% *}" ]; then
        root=${root%% *}
        mysql_words "${root%/whole}" mysql
        CLIENT=("${MYSQL[@]}")
    elif command -v mariadb >/dev/null; then
        CLIENT=(mariadb)
    elif command -v mysql >/dev/null; then
        CLIENT=(mysql)
    else
        root=$(echo "$CACHE"/mariadb-*/bin/mariadb)
        [ -x "${root%% *}" ] || fail "needs a client to make the accounts: type  apt-get install mariadb-client"
        CLIENT=("${root%% *}") CLIENT_OPTIONS=(--skip-ssl)
    fi
}
