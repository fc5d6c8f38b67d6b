# The demo call centre: accounts, what may be dialled, the lab's servers, and campaigns, lists and leads. With --empty nothing of it.
# shellcheck shell=bash

ROLES=(agent receptionist supervisor admin api)

new_token() { od -An -N 24 -tx1 /dev/urandom | tr -d ' \n'; }

hash_of() { printf '%s' "$1" | sha256sum | cut -d ' ' -f 1; }

own_database() { [ -z "$DATABASE" ] || [ "$DATABASE" = mysql ]; }

# An own database is begun as a demo or empty, and stays what it was begun as: no demo row ever gets among somebody's own.
begun_as() { if own_database; then cat "$(seed_folder)/begun-as" 2>/dev/null; fi; }

remember_beginning() { if own_database; then if [ -n "$EMPTY" ]; then echo empty; else echo demo; fi >"$(seed_folder)/begun-as"; fi; }

# Before anything is started; then it is known which PBX there will be, too.
settle_beginning() {
    if [ -z "$RESET" ] && [ "$(begun_as)" = empty ] && [ -z "$EMPTY" ]; then
        EMPTY=yes
        line start "the database here was begun empty, and no demo rows get into it; ./run --reset begins anew"
    elif [ -z "$RESET" ] && [ -n "$EMPTY" ] && own_database && { [ "$(begun_as)" = demo ] || [ -e "$(seed_stamp)" ]; }; then
        give_up "the database here has the demo in it: ./run --reset --empty throws it away and begins empty"
    fi
    [ -n "$PBX" ] || if [ -n "$EMPTY" ]; then PBX=none; else PBX=lab; fi
}

# Nothing is sown twice into a database of our own: what people changed there since stays as they left it, and a start is shorter.
seeded() { own_database && [ -s "$STATE/api.token" ] && [ "$(cat "$(seed_stamp)" 2>/dev/null)" = "$(seed_sources)" ]; }

remember_seed() { if own_database; then seed_sources >"$(seed_stamp)"; fi; }

# It goes with the database's folder.
seed_stamp() { echo "$(seed_folder)/seeded"; }

seed_folder() { echo "$STATE/database/${DATABASE:-embedded}"; }

# The archive, these scripts, the lab's servers and the key that seals their secrets.
seed_sources() {
    {
        cat "$ROOT/ear/target/switchroom.sources" "$ROOT"/ear/launcher/seed.sh "$ROOT"/sql/seed/demo.sql "$STATE/api.token"
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

# Servers go in by REST, because the application seals their secrets.
register() {
    local token name failed=0
    [ -n "$(pbx_names)" ] || { echo "=> no PBX to register"; return; }
    token=$(passing_token launcher) || return
    read_file "$STATE/pbx.values"
    for name in $(pbx_names); do register_one "$name" "$token" || failed=1; done
    end_token launcher
    [ $failed = 0 ] && echo "=> servers $(pbx_names | tr '\n' ' ')"
}

# passing_token LABEL: an administrator's token that lives for this only.
passing_token() {
    local token
    token=$(new_token)
    echo "insert into api_token (user_id, label, token_hash, expires_at) select id, '$1', '$(hash_of "$token")', utc_timestamp(3) + interval 5 minute
        from user_account where name = 'admin'" | in_database && echo "$token"
}

end_token() { echo "update api_token set revoked_at = utc_timestamp(3) where label = '$1'; delete from api_token where label = '$1'" | in_database; }

# Twelve people in groups, then campaigns, lists, leads and inbound by REST, then what is told of the past. Once: what of it was removed stays away.
demo() {
    local token result
    if own_database && [ -e "$(seed_folder)/demo" ]; then
        echo "=> was sown before"
        return
    fi
    { cat "$ROOT/sql/seed/demo-people.sql"; desk_phones; } | in_database || return
    token=$(passing_token 'demo centre') || return
    SWITCHROOM_TOKEN=$token java -Xmx128m -XX:TieredStopAtLevel=1 -cp "$ROOT/demo/target/classes" org.switchroom.demo.DemoCentre "http://127.0.0.1:${PORTS[http]}/"
    result=$?
    end_token 'demo centre'
    case $result in
        0) in_database <"$ROOT/sql/seed/demo-past.sql" && echo "=> 5 campaigns, 7 lists, 10,000 leads, 12 people" || return ;;
        3) echo "=> is there from before" ;;
        *) return 1 ;;
    esac
    if own_database; then touch "$(seed_folder)/demo"; fi
}

# The lab's phones stand on the desks of eight of them, and ring.
desk_phones() {
    local name owner k
    for name in $(pbx_names); do
        k=101
        for owner in $(desks_at "$name"); do
            printf "insert ignore into phone (user_id, label, kind, technology, server_name, endpoint, extension, caller_id_num, caller_id_name, preferred)
                select id, 'Desk', 'SIP', 'PJSIP', '%s', 'phone%s', '%s', '+12125550%s', full_name, true from user_account where name = '%s';\n" "$name" $k $k $k "$owner"
            k=$((k + 1))
        done
    done
}

desks_at() {
    case $1 in
        pbx1) echo maria.lopez jack.turner wei.zhang priya.sharma ;;
        pbx2) echo anna.schmidt olena.shevchenko camille.dubois grace.osei ;;
    esac
}

# Foreign clients' rights alone, and the first administrator's password, which the server says once.
begin_empty() {
    database grant || return
    sed -n "s/.*SWR0500.* with password '\([^']*\)'.*/\1/p" "$SERVER_HOME/base/log/server.log" | tail -n 1 >"$STATE/first-password.new"
    if [ -s "$STATE/first-password.new" ]; then mv "$STATE/first-password.new" "$STATE/first-password"; else rm -f "$STATE/first-password.new"; fi
    echo "=> empty: no account but the first administrator's, no campaign, no lead"
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
    set_value begun.as "$([ -n "$EMPTY" ] && echo empty || echo demo)"
    if [ -n "$EMPTY" ]; then
        [ ! -s "$STATE/first-password" ] || set_value account.admin "admin/$(<"$STATE/first-password")"
        return
    fi
    for role in "${ROLES[@]}"; do set_value "account.$role" "$role/$role-demo"; done
    set_value api.token "$(<"$STATE/api.token")"
}
