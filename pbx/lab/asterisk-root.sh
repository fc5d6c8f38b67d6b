# Which Asterisk to run: the one on the PATH, or Debian's packages unpacked into a folder of their own, where it runs
# by its own loader and libraries. That folder needs no root, no chroot and no mount, and nothing is installed.
# Sets ASTERISK (command words), ASTERISK_VERSION, ASTERISK_MODULES, ASTERISK_DATA.
# shellcheck shell=bash

ROOT_LAYOUT=1                                   # raise it to have every cached folder made anew
ROOT_SUITE=${SWITCHROOM_ASTERISK_SUITE:-forky}
ROOT_PACKAGES=(asterisk asterisk-modules asterisk-core-sounds-en-gsm)

find_asterisk() {
    local cache=$1
    if asterisk_on_path; then
        say "Asterisk $ASTERISK_VERSION from the PATH"
        return
    fi
    local root=$cache/asterisk-root
    mkdir -p "$cache"
    exec {ROOT_LOCK}>"$cache/asterisk-root.lock"
    flock -n "$ROOT_LOCK" || { say "waiting for another start that makes $root"; flock "$ROOT_LOCK"; }
    root_is_whole "$root" || make_root "$root"
    exec {ROOT_LOCK}>&-
    use_root "$root"
    say "Asterisk $ASTERISK_VERSION from $root"
}

# A caller that has something else to offer can tell this from other failures by the exit code.
cannot_have() { say "$*"; exit 3; }

asterisk_on_path() {
    local binary found dir
    binary=$(command -v asterisk) || return 1
    found=$("$binary" -V 2>/dev/null | sed -n 's/^Asterisk //p') || return 1
    [[ $found =~ ^(certified-)?([0-9]+) ]] && [ "${BASH_REMATCH[2]}" -ge 20 ] || return 1
    for dir in /usr/lib/*/asterisk/modules /usr/lib/asterisk/modules /usr/lib64/asterisk/modules /usr/local/lib/asterisk/modules; do
        [ -e "$dir/chan_pjsip.so" ] || continue
        ASTERISK=("$binary") ASTERISK_VERSION=$found ASTERISK_MODULES=$dir
        for dir in /usr/share/asterisk /usr/local/share/asterisk /var/lib/asterisk; do
            [ -d "$dir/sounds" ] && { ASTERISK_DATA=$dir; return 0; }
        done
    done
    return 1
}

root_is_whole() { [ "$(sed -n 's/^layout=//p' "$1/switchroom-root" 2>/dev/null)" = "$ROOT_LAYOUT-$ROOT_SUITE" ]; }

use_root() {
    local root=$1 libraries
    libraries=$(dirname "$root"/usr/lib/*/asterisk)
    ASTERISK=("$root/asterisk" --library-path "$libraries" --argv0 asterisk "$root/usr/sbin/asterisk")
    ASTERISK_VERSION=$(sed -n 's/^version=//p' "$root/switchroom-root")
    ASTERISK_MODULES=$libraries/asterisk/modules
    ASTERISK_DATA=$root/usr/share/asterisk
}

# The Debian archive of this machine's apt, in either of apt's two formats: the first address that ends in /debian,
# else the first that has the word in it; never a security archive.
debian_mirror() {
    cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk '
        function note(address) {
            if (address !~ /debian/ || address ~ /security/) return
            if (address ~ /\/debian\/?$/ && !best) best = address
            if (!other) other = address
        }
        /^[[:space:]]*#/ { next }
        /^URIs:/ { for (i = 2; i <= NF; i++) note($i) }
        $1 == "deb" { sub(/\[[^]]*\]/, ""); note($2) }
        END { print best ? best : other }'
}

make_root() {
    local root=$1 mirror tool begun=$SECONDS
    for tool in apt-get dpkg-deb; do
        command -v $tool >/dev/null || cannot_have "no Asterisk 20 or later on the PATH, and no $tool to get one: install Asterisk by your system's packages"
    done
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || cannot_have "no Asterisk 20 or later on the PATH, and no Debian archive in /etc/apt: type  apt-get install asterisk"
    rm -rf "$root".new.*                        # left by a start that was killed; we hold the lock
    ROOT_TEMPORARY=$(mktemp -d "$root.new.XXXXXX")
    ROOT_CHILD=''
    trap '[ -z "$ROOT_CHILD" ] || kill "$ROOT_CHILD" 2>/dev/null; rm -rf "$ROOT_TEMPORARY"' EXIT
    say "getting Asterisk from Debian $ROOT_SUITE (once, into $root)"
    apt_of_its_own "$ROOT_TEMPORARY" "$mirror"
    run_apt update
    say "package lists read after $((SECONDS - begun)) s"
    run_apt install --download-only "${ROOT_PACKAGES[@]}"
    say "packages downloaded after $((SECONDS - begun)) s"
    unpack "$ROOT_TEMPORARY"
    rm -rf "$root"
    chmod 755 "$ROOT_TEMPORARY"
    mv -T "$ROOT_TEMPORARY" "$root"
    trap - EXIT
    say "unpacked after $((SECONDS - begun)) s"
}

# An apt that knows nothing but this folder; the machine's proxies and certificates still count.
apt_of_its_own() {
    local dir=$1/apt keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mkdir -p "$dir"/{lists,archives}/partial
    : >"$dir/status"
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$2" "$ROOT_SUITE" >"$dir/sources.list"
    cat >"$dir/apt.conf" <<-END
	#clear APT::Update::Post-Invoke;
	#clear APT::Update::Post-Invoke-Success;
	#clear DPkg::Post-Invoke;
	Dir::State "$dir";
	Dir::State::lists "$dir/lists";
	Dir::State::status "$dir/status";
	Dir::Cache "$dir";
	Dir::Cache::archives "$dir/archives";
	Dir::Etc::sourcelist "$dir/sources.list";
	Dir::Etc::sourceparts "/dev/null";
	Dir::Etc::preferencesparts "/dev/null";
	Acquire::Check-Valid-Until "false";
	Acquire::Languages "none";
	Acquire::Retries "3";
	APT::Get::Assume-Yes "true";
	APT::Install-Recommends "false";
	APT::Sandbox::User "";
	END
    APT_OWN=$dir
}

run_apt() {
    APT_CONFIG=$APT_OWN/apt.conf apt-get -q "$@" >"$APT_OWN/log" 2>&1 {ROOT_LOCK}>&- &
    ROOT_CHILD=$!
    wait "$ROOT_CHILD" ||
        cannot_have "apt-get $1 failed: $(grep -m3 -E '^[EW]:' "$APT_OWN/log" | tr '\n' ' ')"
    ROOT_CHILD=''
}

unpack() {
    local dir=$1 loader
    find "$dir/apt/archives" -maxdepth 1 -name '*.deb' -print0 | xargs -0 -P "$(nproc)" -n 1 sh -c 'dpkg-deb -x "$1" "$0"' "$dir" ||
        cannot_have "dpkg-deb could not unpack"
    rm -rf "$dir/apt" "$dir"/usr/share/{doc,man,locale,info}
    ln -sfn en_US_f_Allison "$dir/usr/share/asterisk/sounds/en"
    loader=$(find "$dir/usr/lib" "$dir/lib" -name 'ld-linux*.so.*' -type f 2>/dev/null | head -n 1)
    [ -n "$loader" ] || cannot_have "no loader in Debian's libc6"
    ln -s "${loader#"$dir/"}" "$dir/asterisk"   # started under this name, ps shows it as asterisk
    printf 'layout=%s\nversion=\n' "$ROOT_LAYOUT-$ROOT_SUITE" >"$dir/switchroom-root"
    use_root "$dir"
    printf 'layout=%s\nversion=%s\n' "$ROOT_LAYOUT-$ROOT_SUITE" \
        "$("${ASTERISK[@]}" -V | sed -n 's/^Asterisk \([0-9.]*\).*/\1/p')" >"$dir/switchroom-root"
}
