# A little of the manager interface, by bash alone. One connection at a time, its descriptor in AMI.
# shellcheck shell=bash

# ami_open PORT USER SECRET on|off [SECONDS]: connects and logs in; 0 if accepted.
ami_open() {
    local port=$1 user=$2 secret=$3 events=$4 patience=${5:-5} banner
    { exec {AMI}<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
    if IFS= read -r -t "$patience" banner <&"$AMI" && [[ $banner == 'Asterisk Call Manager/'* ]] &&
        ami_send Login "Username: $user" "Secret: $secret" "Events: $events" &&
        ami_await Response . "$patience" && [[ ${MESSAGE[Response]} == Success ]]; then
        return 0
    fi
    ami_close
    return 1
}

ami_close() { { exec {AMI}>&-; } 2>/dev/null || true; }

# ami_send ACTION [HEADER ...]
ami_send() {
    local action=$1
    shift
    { printf 'Action: %s\r\n' "$action"; [ $# -eq 0 ] || printf '%s\r\n' "$@"; printf '\r\n'; } >&"$AMI" 2>/dev/null
}

# ami_read [SECONDS]: the next message into the associative array MESSAGE; of a repeated header the last one.
ami_read() {
    local line
    declare -gA MESSAGE=()
    while IFS= read -r -t "${1:-5}" line <&"$AMI"; do
        line=${line%$'\r'}
        if [ -z "$line" ]; then
            [ ${#MESSAGE[@]} -eq 0 ] || return 0
        else
            MESSAGE[${line%%:*}]=${line#*: }
        fi
    done
    return 1
}

# ami_await HEADER REGEX SECONDS: reads on until a message has that header.
ami_await() {
    local deadline=$((SECONDS + $3 + 1)) left
    while left=$((deadline - SECONDS)) && [ $left -gt 0 ] && ami_read "$left"; do
        [[ ${MESSAGE[$1]:-} =~ $2 ]] && return 0
    done
    return 1
}
