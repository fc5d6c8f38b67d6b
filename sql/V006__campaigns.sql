-- Campaigns, each of their versions, and what they work with: dispositions, pause codes, hot keys, rules to call again, call times, scripts,
-- transfer presets and caller id pools. One script for MySQL 8.0.16+ and MariaDB 10.6+. All times are UTC.

create table campaign (
  id varchar(20) character set ascii collate ascii_bin not null primary key,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
  active boolean not null default false,
  settings mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'JSON object of what differs from the default',
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint ck_campaign_settings check (json_valid(settings))
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Every save, with all settings as they were: a later default changes no past.
create table campaign_version (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null,
  number int not null,
  author varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  saved_at datetime(3) not null default (utc_timestamp(3)),
  settings mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'JSON object of all settings',
  constraint uq_campaign_version unique (campaign_id, number),
  constraint ck_campaign_version_settings check (json_valid(settings))
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- The parts. campaign_id '*' means every campaign.
create table disposition (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  built_in boolean not null default false comment 'the software sets or needs it',
  selectable boolean not null default true comment 'an agent may give it',
  human_answered boolean not null default false,
  customer_contact boolean not null default false,
  sale boolean not null default false,
  not_interested boolean not null default false,
  callback boolean not null default false,
  dnc boolean not null default false,
  unworkable boolean not null default false,
  completed boolean not null default false comment 'never called again',
  answering_machine boolean not null default false,
  category varchar(20) character set ascii collate ascii_bin not null default 'OTHER',
  least_seconds int not null default 0 comment '0: no limit',
  most_seconds int not null default 0 comment '0: no limit',
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_disposition unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table pause_code (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  paid boolean not null default true,
  limit_minutes int not null default 0 comment '0: no limit',
  needs_approval boolean not null default false,
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_pause_code unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table hot_key (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null comment 'the digit',
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  disposition varchar(20) character set ascii collate ascii_bin not null,
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_hot_key unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table recycle_rule (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null comment 'the disposition',
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  delay_minutes int not null default 60,
  most_attempts int not null default 3,
  constraint ck_recycle_rule_delay check (delay_minutes >= 2),
  constraint ck_recycle_rule_attempts check (most_attempts between 1 and 10),
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_recycle_rule unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Hours of each weekday as spans of local time; empty is closed.
create table call_time (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  monday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  tuesday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  wednesday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  thursday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  friday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  saturday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  sunday varchar(100) character set ascii collate ascii_bin not null default '09:00-21:00',
  holidays mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'a line a day: 2026-12-24 09:00-12:00 Christmas Eve',
  states mediumtext character set ascii collate ascii_bin not null comment 'a line each: US-FL mon-sat 08:00-20:00',
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_call_time unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table script (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  body mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_script unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table preset (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  target varchar(40) character set ascii collate ascii_bin not null default '',
  dtmf varchar(60) character set ascii collate ascii_bin not null default '',
  way varchar(20) character set ascii collate ascii_bin not null default 'ANY',
  call_time varchar(20) character set ascii collate ascii_bin not null default '',
  target_hidden boolean not null default false,
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_preset unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table caller_id_pool (
  id bigint not null auto_increment primary key,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '*',
  code varchar(20) character set ascii collate ascii_bin not null,
  name varchar(60) character set utf8mb4 collate utf8mb4_bin not null default '',
  active boolean not null default true,
  place int not null default 0 comment 'order in lists; the code decides between equals',
  chosen_by varchar(20) character set ascii collate ascii_bin not null default 'AREA_CODE',
  numbers mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'a line each: +12125550100 verified Head office',
  version int not null default 1,
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null default 'system',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_caller_id_pool unique (campaign_id, code)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- What the software sets or needs itself.
insert into disposition (code, name, built_in, selectable, category, human_answered, customer_contact, callback, dnc, unworkable, completed, answering_machine, place) values
  ('NEW', 'New', true, false, 'SYSTEM', false, false, false, false, false, false, false, 10),
  ('BUSY', 'Busy', true, false, 'SYSTEM', false, false, false, false, false, false, false, 20),
  ('NO_ANSWER', 'No answer', true, true, 'SYSTEM', false, false, false, false, false, false, false, 30),
  ('DISCONNECTED', 'Disconnected number', true, true, 'SYSTEM', false, false, false, false, true, true, false, 40),
  ('CONGESTED', 'Congested, try later', true, false, 'SYSTEM', false, false, false, false, false, false, false, 50),
  ('FAILED', 'Never left us', true, false, 'SYSTEM', false, false, false, false, false, false, false, 60),
  ('MACHINE', 'Answering machine, detected', true, false, 'SYSTEM', false, false, false, false, false, false, true, 70),
  ('FAX', 'Fax', true, true, 'SYSTEM', false, false, false, false, true, true, false, 80),
  ('ABANDONED', 'Abandoned', true, false, 'SYSTEM', true, false, false, false, false, false, false, 90),
  ('LEFT_QUEUE', 'Left the queue', true, false, 'SYSTEM', true, false, false, false, false, false, false, 100),
  ('LOST', 'End not seen', true, false, 'SYSTEM', false, false, false, false, false, false, false, 110),
  ('NONE_GIVEN', 'None given', true, false, 'SYSTEM', true, false, false, false, false, false, false, 120),
  ('CALLBACK', 'Call back', true, true, 'CONTACT', true, true, true, false, false, false, false, 200),
  ('DNC', 'Do not call', true, true, 'REFUSAL', true, true, false, true, true, true, false, 210);

-- What agents give most; a house may change, remove and add.
insert into disposition (code, name, category, human_answered, customer_contact, sale, not_interested, unworkable, completed, answering_machine, place) values
  ('SALE', 'Sale', 'SALE', true, true, true, false, false, true, false, 300),
  ('NOT_INTERESTED', 'Not interested', 'REFUSAL', true, true, false, true, false, true, false, 310),
  ('NO_PITCH', 'Hung up before the offer', 'CONTACT', true, false, false, false, false, false, false, 320),
  ('NOT_AVAILABLE', 'Person not available', 'NO_CONTACT', true, false, false, false, false, false, false, 330),
  ('WRONG_NUMBER', 'Wrong number', 'NO_CONTACT', true, false, false, false, true, true, false, 340),
  ('MACHINE_AGENT', 'Answering machine', 'NO_CONTACT', false, false, false, false, false, false, true, 350);

insert into pause_code (code, name, paid, limit_minutes, place) values
  ('BREAK', 'Break', true, 15, 10),
  ('LUNCH', 'Lunch', false, 60, 20),
  ('MEETING', 'Meeting', true, 0, 30),
  ('TRAINING', 'Training', true, 0, 40);

insert into call_time (code, name, holidays, states, place) values
  ('STANDARD', '9 to 21, every day', '', '', 10);
insert into call_time (code, name, monday, tuesday, wednesday, thursday, friday, saturday, sunday, holidays, states, place) values
  ('ALWAYS', 'Around the clock', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '00:00-24:00', '', '', 20),
  ('US_SALES', 'US, sales calls', '08:00-21:00', '08:00-21:00', '08:00-21:00', '08:00-21:00', '08:00-21:00', '08:00-21:00', '08:00-21:00', '', 'US-FL mon-sun 08:00-20:00', 30),
  ('UK_SERVICE', 'UK, service calls', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-18:00', '', '', '', 40);
