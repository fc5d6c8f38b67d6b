# What is known of this checkout's Switchroom: STATE/status holds what --status prints, STATE/launcher who looks after it.
# shellcheck shell=bash

declare -A VALUES=()

set_value() { VALUES[$1]=$2; }

read_status() {
    local line
    VALUES=()
    [ -e "$STATE/status" ] || return 0
    while IFS= read -r line; do VALUES[${line%%=*}]=${line#*=}; done <"$STATE/status"
}

write_status() {
    local key
    for key in "${!VALUES[@]}"; do printf '%s=%s\n' "$key" "${VALUES[$key]}"; done | sort >"$STATE/status.new"
    mv "$STATE/status.new" "$STATE/status"
}

enter_state() {
    VALUES[state]=$1
    if [ -n "${2:-}" ]; then VALUES[reason]=$2; else unset "VALUES[reason]"; fi
    write_status
}

# The launcher that looks after this checkout, if it lives: LAUNCHER.
launcher_lives() {
    local words=()
    LAUNCHER=''
    { read -r LAUNCHER <"$STATE/launcher"; } 2>/dev/null
    [ -n "$LAUNCHER" ] && [ "$LAUNCHER" != $$ ] && { mapfile -d '' words <"/proc/$LAUNCHER/cmdline"; } 2>/dev/null &&
        [[ " ${words[*]} " =~ (^|[ /])run\  ]]
}

answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# The recorded state, corrected by what can be seen at once.
true_state() {
    local state=${VALUES[state]:-stopped} url
    case $state in
        starting | ready) launcher_lives || state=failed VALUES[reason]=${VALUES[reason]:-"the launcher is gone; ./run --stop tidies up"} ;;
    esac
    if [ "$state" = ready ]; then
        url=${VALUES[url]#http://}
        url=${url%/}
        answers "${url%:*}" "${url##*:}" || state=failed VALUES[reason]="nobody answers at ${VALUES[url]}"
    fi
    VALUES[state]=$state
}

status() {
    local key
    read_status
    true_state
    for key in "${!VALUES[@]}"; do printf '%s=%s\n' "$key" "${VALUES[$key]}"; done | sort
    [ "${VALUES[state]}" = ready ]
}
