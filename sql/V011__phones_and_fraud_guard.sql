-- Phones of people, and the guard against calls that nobody meant to pay for.

-- ---------------------------------------------------------------- phones
-- What rings a person. Each has an endpoint of its own (table endpoint, kind PHONE), by which it is dialled.
create table phone (
  id bigint not null auto_increment primary key,
  user_id bigint not null,
  label varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'what its owner calls it',
  kind varchar(8) character set ascii collate ascii_bin not null comment 'SIP (a device or a program that registers at the server) or BROWSER',
  technology varchar(16) character set ascii collate ascii_bin not null comment 'PJSIP, IAX2, DAHDI',
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  endpoint varchar(80) character set utf8mb4 collate utf8mb4_bin not null comment 'its name in the configuration of the server',
  extension varchar(20) character set ascii collate ascii_bin null comment 'what others dial on that server',
  voicemail varchar(80) character set ascii collate ascii_bin null comment 'box@context',
  caller_id_num varchar(20) character set ascii collate ascii_bin null,
  caller_id_name varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  enabled boolean not null default true,
  preferred boolean not null default false comment 'rings first; at most one of a person',
  created_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint uq_phone_endpoint unique (server_name, technology, endpoint),
  constraint uq_phone_extension unique (server_name, extension),
  constraint fk_phone_account foreign key (user_id) references user_account (id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- ---------------------------------------------------------------- guard
-- Where a group may call stands in user_group_right (kind DESTINATION). One row says whether that is enforced, and how numbers are read.
create table guard_plan (
  id int not null primary key,
  enforced boolean not null default false,
  home_country varchar(2) character set ascii collate ascii_bin null comment 'whose short and national numbers are dialled',
  reading varchar(16) character set ascii collate ascii_bin not null default 'INTERNATIONAL' comment 'of digits without +: INTERNATIONAL (country code first) or NATIONAL',
  internal_digits int not null default 6 comment 'so many digits at most are an extension and no number',
  currency varchar(3) character set ascii collate ascii_bin not null default 'EUR',
  default_rate decimal(10,4) not null default 1 comment 'a minute, where no rate is known',
  reserved_minutes int not null default 3 comment 'counted as spent while a call is shorter',
  changed_at datetime(3) null,
  changed_by varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  version int not null default 0
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
insert into guard_plan (id) values (1);

create table guard_cap (
  scope varchar(8) character set ascii collate ascii_bin not null comment 'ALL, GROUP, PERSON, SERVER, TRUNK',
  name varchar(160) character set utf8mb4 collate utf8mb4_bin not null comment 'of the group, account or server; server/PJSIP/trunk; * for ALL',
  calls_per_minute int null,
  calls_per_hour int null,
  calls_per_day int null,
  concurrent_calls int null,
  spend_per_day decimal(12,4) null,
  primary key (scope, name)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Costly destinations that are open for a while: who opened them and until when.
create table guard_unlock (
  id bigint not null auto_increment primary key,
  group_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  destination varchar(64) character set ascii collate ascii_bin not null comment 'DE:PREMIUM_RATE or how numbers begin: +881',
  until_at datetime(3) not null,
  reason varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  unlocked_by varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  unlocked_at datetime(3) not null,
  index ix_guard_unlock_until (until_at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table guard_rate (
  prefix varchar(16) character set ascii collate ascii_bin not null primary key comment 'how numbers begin, with +',
  per_minute decimal(10,4) not null
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Countries that were called: the first call to one raises an alarm.
create table guard_country (
  country varchar(8) character set ascii collate ascii_bin not null primary key comment 'DE; +881 for a network without a country',
  first_called_at datetime(3) not null,
  first_called_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  seen_by varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'who put the alarm out'
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
