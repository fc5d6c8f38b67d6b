# What the reader sees: one line per event, with the time since the start.
# shellcheck shell=bash

BOLD='' RED='' GREEN='' PLAIN=''
[ -t 1 ] && BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' PLAIN=$'\e[0m'

# tenths: microseconds since the epoch to a text of seconds with one decimal.
since() {
    local micros=$((${EPOCHREALTIME/[.,]/} - $1))
    printf '%d.%d' $((micros / 1000000)) $((micros / 100000 % 10))
}

now() { echo "${EPOCHREALTIME/[.,]/}"; }

line() { printf '[%5s s] %-10s %s\n' "$(since "$BEGUN")" "$1" "$2"; }
BEGUN=${EPOCHREALTIME/[.,]/}
