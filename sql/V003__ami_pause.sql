-- Times in which a server's manager port said nothing although it was asked, or held its events back. Kept for 90 days.
create table ami_pause (
  id bigint not null auto_increment primary key,
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  started_at datetime(3) not null,
  length_ms bigint not null,
  event_delay_ms bigint null comment 'longest delay of an event that came with its end; null where the server stamps no events',
  channels int not null comment 'live channels before it',
  events_per_second double not null comment 'mean over the ten seconds before it',
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  constraint uq_ami_pause_server_started unique (server_name, started_at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
