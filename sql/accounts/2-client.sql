-- What a foreign program may do. Run as the database's root after Switchroom was deployed for the first time (the tables must be
-- there), with the same values as in 1-accounts.sql. For more programs make more accounts with the same rights: each row keeps the
-- account that inserted it.

grant insert (server_name, action, headers, priority, not_before, expires_at, idempotency_key, submitted_by)
  on `@database@`.queued_action to 'switchroom_client'@'@client_host@';
grant select on `@database@`.queued_action to 'switchroom_client'@'@client_host@';
grant select on `@database@`.queued_action_history to 'switchroom_client'@'@client_host@';
grant select on `@database@`.action_all to 'switchroom_client'@'@client_host@';
grant select on `@database@`.action_transition to 'switchroom_client'@'@client_host@';
grant select on `@database@`.live_channel to 'switchroom_client'@'@client_host@';
grant select on `@database@`.asterisk_server to 'switchroom_client'@'@client_host@';
