# Where things are in a lab, and the configuration folder of each server: the administrator's templates (pbx/) and what
# only the lab needs (pbx/lab/conf). Forks are slow on small machines, so this is bash alone.
# shellcheck shell=bash

# lay_out: from SERVERS, BASE and STATE to PBXS, NAMES and, by name, the ports (README.md has the plan) and run folders.
lay_out() {
    local share=$((9000 / SERVERS / 100 * 100)) k name short=''
    declare -gA AMI_PORT=() SIP_PORT=() RTP_FIRST=() RTP_LAST=() RUN=()
    declare -ga PBXS=() NAMES=()
    for ((k = 1; k <= SERVERS; k++)); do
        name=pbx$k
        PBXS+=("$name")
        AMI_PORT[$name]=$((BASE + 100 * k - 62)) SIP_PORT[$name]=$((BASE + 100 * k - 40))
        RTP_FIRST[$name]=$((BASE + 1000 + (k - 1) * share)) RTP_LAST[$name]=$((BASE + 999 + k * share))
    done
    AMI_PORT[carrier]=$((BASE + 938)) SIP_PORT[carrier]=$((BASE + 960))
    RTP_FIRST[carrier]=$((BASE + 10000)) RTP_LAST[carrier]=$((BASE + 13999))
    NAMES=("${PBXS[@]}" carrier)
    # A socket's path may not have over 107 bytes.
    [ ${#STATE} -lt 75 ] || short=/tmp/switchroom-lab-$UID-$(printf %s "$STATE" | cksum | cut -d ' ' -f 1)
    for name in "${NAMES[@]}"; do
        if [ -n "$short" ]; then RUN[$name]=$short/$name; else RUN[$name]=$STATE/$name/run; fi
    done
    SHORT_RUN=$short
}

# random_secret: into SECRET, 128 bits.
random_secret() { printf -v SECRET '%08x%08x%08x%08x' $SRANDOM $SRANDOM $SRANDOM $SRANDOM; }

# write_config NAME
write_config() {
    local name=$1 dir=$STATE/$1 kind=pbx file key text
    [ "$name" = carrier ] && kind=carrier
    mkdir -p "$dir"/{etc,lib/keys,spool,log/cdr-custom,log/cel-custom} "${RUN[$name]}"
    local -A value=(
        [NAME]=$name [DIR]=$dir [RUN]=${RUN[$name]} [MODULES]=$ASTERISK_MODULES [DATA]=$ASTERISK_DATA
        [AMI]=${AMI_PORT[$name]} [SIP]=${SIP_PORT[$name]} [RTP_FIRST]=${RTP_FIRST[$name]} [RTP_LAST]=${RTP_LAST[$name]}
        [PERMIT]=127.0.0.0/255.0.0.0 [FALLBACK]=lab-fallback [MEDIA_ADDRESS]=127.0.0.1
        [CARRIER_CONTACT]=sip:127.0.0.1:${SIP_PORT[carrier]} [CARRIER_MATCH]=127.0.0.1:${SIP_PORT[carrier]}
        [EVENTS_SECRET]=${CONF[secret.$name.events]:-} [CARRIER_SECRET]=${CONF[secret.carrier]}
        [COMMAND_A_SECRET]=${CONF[secret.$name.a]:-} [COMMAND_B_SECRET]=${CONF[secret.$name.b]:-})
    for file in "$HERE"/conf/common/*.conf "$HERE/conf/$kind"/*.conf "$HERE"/../*.conf; do
        IFS= read -r -d '' text <"$file"
        for key in "${!value[@]}"; do text=${text//"@$key@"/"${value[$key]}"}; done
        printf '%s' "$text" >"$dir/etc/${file##*/}"
    done
    for file in acl ccss features pjproject udptl; do : >"$dir/etc/$file.conf"; done   # or the log complains
    neighbours_of_$kind "$name" >"$dir/etc/pjsip-neighbours.conf"
}

# The other PBXs as trunks, and the phones, which the carrier plays.
neighbours_of_pbx() {
    local peer phone
    for peer in "${PBXS[@]}"; do
        [ "$peer" = "$1" ] || neighbour "$peer" swr-peer "sip:127.0.0.1:${SIP_PORT[$peer]}" "127.0.0.1:${SIP_PORT[$peer]}"
    done
    for phone in phone10{1..4}; do
        neighbour "$phone" swr-phone "sip:$phone@127.0.0.1:${SIP_PORT[carrier]}"
    done
}

neighbours_of_carrier() {
    local pbx
    printf '[lab-pbx](!)\ntype = endpoint\ncontext = from-pbx\ndisallow = all\nallow = ulaw,alaw\ndirect_media = no\nmedia_address = 127.0.0.1\nbind_rtp_to_media_address = yes\n\n'
    for pbx in "${PBXS[@]}"; do
        neighbour "$pbx" lab-pbx "sip:127.0.0.1:${SIP_PORT[$pbx]}" "127.0.0.1:${SIP_PORT[$pbx]}"
    done
}

# neighbour NAME TEMPLATE CONTACT [MATCH]
neighbour() {
    printf '[%s](%s)\naors = %s\n\n[%s]\ntype = aor\ncontact = %s\n\n' "$1" "$2" "$1" "$1" "$3"
    [ $# -lt 4 ] || printf '[%s]\ntype = identify\nendpoint = %s\nmatch = %s\n\n' "$1" "$1" "$4"
}
