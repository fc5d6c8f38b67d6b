-- Who owns which server. One node at a time writes to a server and listens to it: the holder of its lease. All times are the database's, in UTC.

create table server_lease (
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null primary key,
  epoch bigint not null default 0 comment 'rises with each owner and each new term of the same owner, never falls, also when a server is removed and comes back',
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  holder varchar(128) character set utf8mb4 collate utf8mb4_bin null comment 'the node and its start: a node that starts again is another holder; null: given back',
  ends_at datetime(3) not null
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Every epoch there was. The primary key is the proof that none was given twice.
create table server_lease_epoch (
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  epoch bigint not null,
  node varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  holder varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  begun_at datetime(3) not null,
  reason varchar(32) character set ascii collate ascii_bin not null comment 'TAKEN (from nobody or another holder), LAPSED (own lease had run out), RECONNECTED (own, other command user)',
  primary key (server_name, epoch),
  index ix_server_lease_epoch_begun (begun_at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Application servers that live, or lived until seen_at.
create table application_node (
  holder varchar(128) character set utf8mb4 collate utf8mb4_bin not null primary key,
  node varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  started_at datetime(3) not null,
  seen_at datetime(3) not null,
  index ix_application_node_seen (seen_at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
