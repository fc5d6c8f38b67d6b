# The demo call centre: accounts, what may be dialled, and the lab's servers.
# shellcheck shell=bash

ROLES=(agent receptionist supervisor admin api)

new_token() { od -An -N 24 -tx1 /dev/urandom | tr -d ' \n'; }

hash_of() { printf '%s' "$1" | sha256sum | cut -d ' ' -f 1; }

# Nothing is sown twice into a database of our own: what people changed there since stays as they left it, and a start is shorter.
seeded() { [ -n "${PORTS[database]:-}" ] && [ -s "$STATE/api.token" ] && [ "$(cat "$(seed_stamp)" 2>/dev/null)" = "$(seed_sources)" ]; }

remember_seed() { [ -z "${PORTS[database]:-}" ] || seed_sources >"$(seed_stamp)"; }

# It goes with the database's folder.
seed_stamp() { echo "$STATE/database/${DATABASE:-embedded}/seeded"; }

# The archive, these scripts, the lab's servers and the key that seals their secrets.
seed_sources() {
    {
        cat "$ROOT/ear/target/switchroom.sources" "$ROOT"/ear/launcher/seed.sh "$STATE/api.token"
        endpoints
        grep -E '\.(ami|user|secret)=' "$STATE/pbx.values"
        cat "$SERVER_HOME"/base/data/switchroom.cs
    } 2>&1 | sha256sum
}

# Foreign clients' rights, the demo's rows and the script's token, by the application's own account.
seed() {
    local token
    database grant || return
    [ -s "$STATE/api.token" ] || new_token >"$STATE/api.token"
    token=$(<"$STATE/api.token")
    {
        cat "$ROOT/sql/seed/demo.sql"
        printf "insert ignore into api_token (user_id, label, token_hash) select id, 'demo', '%s' from user_account where name = 'api';\n" "$(hash_of "$token")"
        endpoints
    } | in_database || return
    echo "=> demo accounts and what may be dialled"
}

in_database() {
    read_file "$STATE/database.values"
    database sql --as app "${GOT[database.name]}"
}

# Each lab server dials the carrier (the demo's numbers and ordinary international ones; no short codes, no premium numbers, no satellites); the carrier's phones are rung directly.
endpoints() {
    local name phone
    for name in $(pbx_names); do
        printf "insert ignore into endpoint (server_name, technology, name, kind, digits_pattern) values ('%s', 'PJSIP', 'carrier', 'TRUNK', '%s');\n" \
            "$name" '\\+?(1555[0-9]{2,16}|9990[0-9]{1,16}|1[2-8][0-9]{9}|[2-7][0-9]{7,14})'
        for phone in 101 102 103 104; do
            printf "insert ignore into endpoint (server_name, technology, name, kind) values ('%s', 'PJSIP', 'phone%s', 'PHONE');\n" "$name" $phone
        done
    done
}

# Servers go in by REST, because the application seals their secrets; by a token that lives for this only.
register() {
    local token hash name failed=0
    [ -n "$(pbx_names)" ] || { echo "=> no PBX to register"; return; }
    token=$(new_token)
    hash=$(hash_of "$token")
    echo "insert into api_token (user_id, label, token_hash, expires_at) select id, 'launcher', '$hash', utc_timestamp(3) + interval 5 minute
        from user_account where name = 'admin'" | in_database || return
    read_file "$STATE/pbx.values"
    for name in $(pbx_names); do register_one "$name" "$token" || failed=1; done
    echo "update api_token set revoked_at = utc_timestamp(3) where token_hash = '$hash'; delete from api_token where label = 'launcher'" | in_database
    [ $failed = 0 ] && echo "=> servers $(pbx_names | tr '\n' ' ')"
}

register_one() {
    local name=$1 address=${GOT[pbx.$1.ami]} body
    body=$(printf '{"host":"%s","port":%s,"transport":"PLAIN","enabled":true,"max_originates_per_second":50,"max_channels":400,"logins":{' \
        "${address%:*}" "${address##*:}")
    body+=$(login "$name" EVENTS events),$(login "$name" COMMAND_A command),$(login "$name" COMMAND_B command2)'}}'
    put "/api/v1/servers/$name" "$2" "$body"
}

login() { printf '"%s":{"user":"%s","secret":"%s"}' "$2" "${GOT[pbx.$1.$3.user]}" "${GOT[pbx.$1.$3.secret]}"; }

# put PATH TOKEN BODY: plain HTTP on loopback, by the shell itself.
put() {
    local answer
    exec 3<>"/dev/tcp/127.0.0.1/${PORTS[http]}" || return
    printf 'PUT %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s' \
        "$1" "${PORTS[http]}" "$2" "${#3}" "$3" >&3
    answer=$(timeout 30 cat <&3 | tr -d '\0')
    exec 3>&-
    [[ $answer =~ ^HTTP/1.1\ 2 ]] && return
    echo "PUT $1: ${answer:-no answer}"
    return 1
}

publish_seed() {
    local role
    for role in "${ROLES[@]}"; do set_value "account.$role" "$role/$role-demo"; done
    set_value api.token "$(<"$STATE/api.token")"
}
