# The accounts: owner (migration), app (the application), client (foreign SQL clients); root makes them.
# shellcheck shell=bash

remember_accounts() {
    local account
    : "${value[root.user]:=root}"
    for account in owner app client; do
        value[$account.user]=switchroom_$account
    done
    for account in root owner app client; do
        [ -n "${value[$account.password]:-}" ] || value[$account.password]=$(secret)
    done
}

make_accounts() { run_with_values "$ACCOUNTS/1-accounts.sql" || fail "the accounts could not be made"; }

grant_client() { run_with_values "$ACCOUNTS/2-client.sql" || fail "the foreign client's rights could not be granted"; }

# The passwords are hexadecimal, so they need no quoting.
run_with_values() {
    sed -e "s/@database@/${value[name]}/g" -e "s/@application_host@/%/g" -e "s/@client_host@/%/g" \
        -e "s/@owner_password@/${value[owner.password]}/g" -e "s/@app_password@/${value[app.password]}/g" \
        -e "s/@client_password@/${value[client.password]}/g" "$1" | client root
}
