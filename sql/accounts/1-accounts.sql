-- The database and the three accounts that use it. Run as the database's root before Switchroom is deployed, again whenever a
-- password changes. Put real values in place of the words between @ signs:
--   @database@          name of the database, for example switchroom
--   @application_host@  where the application server connects from: an address, or % for anywhere
--   @client_host@       the same for programs that write to the queue
--   @owner_password@ @app_password@ @client_password@
-- A connection to 127.0.0.1 has the host 127.0.0.1, not localhost, where the server doesn't resolve names.

create database if not exists `@database@` character set utf8mb4;

-- Makes and changes tables, when a release is deployed. The only one that may.
create user if not exists 'switchroom_owner'@'@application_host@' identified by '@owner_password@';
alter user 'switchroom_owner'@'@application_host@' identified by '@owner_password@';
grant all privileges on `@database@`.* to 'switchroom_owner'@'@application_host@';

-- Works: rows, no tables.
create user if not exists 'switchroom_app'@'@application_host@' identified by '@app_password@';
alter user 'switchroom_app'@'@application_host@' identified by '@app_password@';
grant select, insert, update, delete, execute on `@database@`.* to 'switchroom_app'@'@application_host@';

-- Writes to the queue from outside. May nothing yet: see 2-client.sql.
create user if not exists 'switchroom_client'@'@client_host@' identified by '@client_password@';
alter user 'switchroom_client'@'@client_host@' identified by '@client_password@';
