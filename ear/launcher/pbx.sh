# The PBX lab: real Asterisk servers, or the fake one where none can be had.
# shellcheck shell=bash

LAB_SERVERS=2

lab() { "$ROOT/pbx/lab/lab" "$@" --dir "$STATE/lab"; }

start_pbx() {
    if [ "$PBX" = lab ]; then
        lab start --servers $LAB_SERVERS --port-base $((15000 + OFFSET)) --cache "$CACHE" >"$STATE/pbx.values"
        case $? in
            0) read_file "$STATE/pbx.values"
               echo "=> $LAB_SERVERS real Asterisk ${GOT[pbx.pbx1.version]} servers and a carrier"
               return ;;
            3) echo "no real Asterisk can be had on this machine; taking the fake one" ;;
            *) return 1 ;;
        esac
    fi
    start_fake
}

# The fake Asterisk listens on the ports that the lab's servers would have.
start_fake() {
    local k port secret classes=$ROOT/jca-ami-connector
    until [ -e "$STATE/build.done" ]; do sleep 0.2; done
    : >"$STATE/pbx.values"
    for ((k = 1; k <= LAB_SERVERS; k++)); do
        port=$((15000 + OFFSET + 100 * k - 62))
        secret=$(od -An -N 15 -tx1 /dev/urandom | tr -d ' \n')
        setsid -f bash -c 'echo $$ >"$0"; exec "$@"' "$STATE/fake-pbx$k.pid" \
            java -Xmx64m -cp "$classes/ami/target/classes:$classes/fake-asterisk/target/classes" org.switchroom.ami.fake.FakeAsteriskMain \
            --port $port --events-user switchroom-events --events-secret "$secret" --command-user switchroom-a --command-secret "$secret" \
            --command2-user switchroom-b --command2-secret "$secret" >"$STATE/log/fake-pbx$k.log" 2>&1 </dev/null
        {
            printf "pbx.pbx$k.%s\n" "ami=127.0.0.1:$port" kind=fake events.user=switchroom-events "events.secret=$secret" \
                command.user=switchroom-a "command.secret=$secret" command2.user=switchroom-b "command2.secret=$secret"
        } >>"$STATE/pbx.values"
        await_fake $port "$STATE/log/fake-pbx$k.log" || return 1
    done
    echo "=> $LAB_SERVERS fake Asterisk servers: no real calls"
}

await_fake() {
    local tries=0
    until answers 127.0.0.1 "$1"; do
        tries=$((tries + 1))
        [ $tries -lt 150 ] || { tail -n 5 "$2"; return 1; }
        sleep 0.1
    done
}

stop_pbx() {
    local file pid
    [ -e "$STATE/lab/lab.conf" ] && lab stop
    for file in "$STATE"/fake-pbx*.pid; do
        pid=$(cat "$file" 2>/dev/null) && grep -qz FakeAsteriskMain "/proc/$pid/cmdline" 2>/dev/null && kill "$pid"
        rm -f "$file"
    done
}

pbx_names() { [ -s "$STATE/pbx.values" ] && sed -n 's/^pbx\.\(.*\)\.kind=.*/\1/p' "$STATE/pbx.values"; }

publish_pbx() {
    local name key
    read_file "$STATE/pbx.values"
    for name in $(pbx_names); do
        for key in ami kind; do set_value "pbx.$name.$key" "${GOT[pbx.$name.$key]}"; done
    done
}

call_in() {
    read_status
    case ${VALUES[pbx.pbx1.kind]:-} in
        real) lab call-in "$@" ;;
        fake) echo "run: the fake Asterisk has no carrier that calls" >&2; return 1 ;;
        *) echo "run: no PBX runs here" >&2; return 1 ;;
    esac
}
