-- The central queue, the mirror of live channels, the servers and who may sign in.
-- One script for MySQL 8.0.16+ and MariaDB 10.6+. All times are UTC. Names of tables and columns are public: SQL clients use them.

-- ---------------------------------------------------------------- servers
create table asterisk_server (
  id bigint not null auto_increment primary key,
  name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  host varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  port int not null default 5038,
  transport varchar(8) character set ascii collate ascii_bin not null default 'PLAIN',
  enabled boolean not null default true,
  state varchar(16) character set ascii collate ascii_bin not null default 'CONNECTING',
  state_reason varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  state_since datetime(3) not null default (utc_timestamp(3)),
  asterisk_version varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  ami_version varchar(32) character set utf8mb4 collate utf8mb4_bin null,
  max_originates_per_second int not null default 20,
  max_channels int not null default 300,
  created_at datetime(3) not null default (utc_timestamp(3)),
  changed_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint uq_asterisk_server_name unique (name),
  constraint ck_asterisk_server_port check (port between 1 and 65535),
  constraint ck_asterisk_server_rate check (max_originates_per_second between 1 and 1000)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- AMI users of a server. Apart from the server, so that whoever may read servers can't read even sealed secrets.
create table asterisk_login (
  server_id bigint not null,
  purpose varchar(16) character set ascii collate ascii_bin not null comment 'EVENTS, COMMAND_A, COMMAND_B',
  user_name varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  sealed_secret varchar(1024) character set ascii collate ascii_bin not null comment 'AES-GCM, key in the credential store',
  primary key (server_id, purpose),
  constraint fk_asterisk_login_server foreign key (server_id) references asterisk_server (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- What can be dialled. Without an entry nothing can.
create table endpoint (
  id bigint not null auto_increment primary key,
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  technology varchar(16) character set ascii collate ascii_bin not null comment 'PJSIP, IAX2, DAHDI, Local',
  name varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  kind varchar(8) character set ascii collate ascii_bin not null comment 'TRUNK (digits are dialled through it) or PHONE (rung itself)',
  digits_pattern varchar(200) character set utf8mb4 collate utf8mb4_bin null comment 'regular expression that the digits must match whole; TRUNK only',
  max_originates_per_second int null,
  enabled boolean not null default true,
  created_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_endpoint unique (server_name, technology, name)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Where a foreign row may send a call. server_name '*' means every server.
create table allowed_context (
  id bigint not null auto_increment primary key,
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null default '*',
  context varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  exten_pattern varchar(200) character set utf8mb4 collate utf8mb4_bin not null comment 'regular expression that the extension must match whole',
  created_at datetime(3) not null default (utc_timestamp(3)),
  constraint uq_allowed_context unique (server_name, context, exten_pattern)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- ---------------------------------------------------------------- queue
-- headers is text with a check and not JSON, so that a name given twice is seen and refused and not silently merged (MySQL's JSON type keeps the last).
create table queued_action (
  id bigint not null auto_increment primary key,
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  action varchar(64) not null,
  headers mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  priority tinyint null,
  urgency tinyint generated always as (coalesce(priority, case when action in ('Hangup', 'Redirect') then 1 else 5 end)) stored,
  not_before datetime(3) null,
  created_at datetime(3) not null default (utc_timestamp(3)),
  expires_at datetime(3) not null default (greatest(created_at, coalesce(not_before, created_at)) + interval 30 second),
  idempotency_key varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  submitted_by varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  status varchar(16) character set ascii collate ascii_bin not null default 'NEW',
  response varchar(32) character set utf8mb4 collate utf8mb4_bin null,
  response_message varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  epoch bigint null,
  attempt int not null default 0,
  sent_at datetime(3) null,
  responded_at datetime(3) null,
  finished_at datetime(3) null,
  call_state varchar(16) character set ascii collate ascii_bin null,
  channel varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  uniqueid varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  linkedid varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  hangup_cause int null,
  hangup_cause_text varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  -- from here on ours alone
  stage varchar(8) character set ascii collate ascii_bin null default 'ARRIVED' comment 'of a NEW row: ARRIVED (not validated), WAITING (for not_before), DUE; null afterwards',
  internal boolean not null default false comment 'submitted by our own code: may use swr- contexts and SWR_ variables',
  database_account varchar(288) character set utf8mb4 collate utf8mb4_bin not null default (current_user()) comment 'who inserted the row; can not be set by a foreign account',
  originate tinyint generated always as (case when action = 'Originate' then 1 else 0 end) stored,
  settle_by datetime(3) null comment 'SENT: when it becomes UNKNOWN; UNKNOWN: when it becomes FAILED not confirmed',
  closed_at datetime(3) null comment 'row and call are both final since',
  constraint uq_queued_action_idempotency_key unique (idempotency_key),
  constraint ck_queued_action_headers check (json_valid(headers)),
  constraint ck_queued_action_priority check (priority is null or priority between 0 and 9),
  index ix_queued_action_stage (stage, urgency, id),
  index ix_queued_action_due (stage, server_name, originate, urgency, id),
  index ix_queued_action_stage_not_before (stage, not_before),
  index ix_queued_action_stage_expires (stage, expires_at),
  index ix_queued_action_status_settle_by (status, settle_by),
  index ix_queued_action_closed (closed_at),
  index ix_queued_action_call_state (call_state),
  index ix_queued_action_uniqueid (uniqueid)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table queued_action_history (
  id bigint not null primary key,
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  action varchar(64) not null,
  headers mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  priority tinyint null,
  urgency tinyint generated always as (coalesce(priority, case when action in ('Hangup', 'Redirect') then 1 else 5 end)) stored,
  not_before datetime(3) null,
  created_at datetime(3) not null,
  expires_at datetime(3) not null,
  idempotency_key varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  submitted_by varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  status varchar(16) character set ascii collate ascii_bin not null,
  response varchar(32) character set utf8mb4 collate utf8mb4_bin null,
  response_message varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  epoch bigint null,
  attempt int not null,
  sent_at datetime(3) null,
  responded_at datetime(3) null,
  finished_at datetime(3) null,
  call_state varchar(16) character set ascii collate ascii_bin null,
  channel varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  uniqueid varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  linkedid varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  hangup_cause int null,
  hangup_cause_text varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  stage varchar(8) character set ascii collate ascii_bin null,
  internal boolean not null,
  database_account varchar(288) character set utf8mb4 collate utf8mb4_bin not null,
  originate tinyint generated always as (case when action = 'Originate' then 1 else 0 end) stored,
  settle_by datetime(3) null,
  closed_at datetime(3) null,
  moved_at datetime(3) not null default (utc_timestamp(3)),
  index ix_queued_action_history_idempotency_key (idempotency_key, moved_at),
  index ix_queued_action_history_uniqueid (uniqueid),
  index ix_queued_action_history_created_at (created_at),
  index ix_queued_action_history_status (status, id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table action_transition (
  id bigint not null auto_increment primary key,
  queued_action_id bigint not null,
  from_status varchar(16) character set ascii collate ascii_bin null,
  to_status varchar(16) character set ascii collate ascii_bin not null,
  at datetime(3) not null default (utc_timestamp(3)),
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  reason varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  index ix_action_transition_queued_action (queued_action_id, id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create view action_all as
  select id, server_name, action, headers, priority, urgency, not_before, created_at, expires_at, idempotency_key, submitted_by, status, response,
         response_message, node, epoch, attempt, sent_at, responded_at, finished_at, call_state, channel, uniqueid, linkedid, hangup_cause, hangup_cause_text
    from queued_action
  union all
  select id, server_name, action, headers, priority, urgency, not_before, created_at, expires_at, idempotency_key, submitted_by, status, response,
         response_message, node, epoch, attempt, sent_at, responded_at, finished_at, call_state, channel, uniqueid, linkedid, hangup_cause, hangup_cause_text
    from queued_action_history;

-- ---------------------------------------------------------------- channels
create table live_channel (
  server_name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  uniqueid varchar(150) character set utf8mb4 collate utf8mb4_bin not null,
  channel varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  linkedid varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  state varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  caller_id_num varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  caller_id_name varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  connected_num varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  connected_name varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  context varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  exten varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  application varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  account_code varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  bridge_id varchar(150) character set utf8mb4 collate utf8mb4_bin null,
  created_at datetime(3) not null,
  changed_at datetime(3) not null,
  stale_since datetime(3) null,
  primary key (server_name, uniqueid),
  index ix_live_channel_linkedid (linkedid)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- ---------------------------------------------------------------- accounts
create table user_account (
  id bigint not null auto_increment primary key,
  name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  full_name varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  password_hash varchar(80) character set ascii collate ascii_bin not null comment 'bcrypt, modular crypt form',
  enabled boolean not null default true,
  database_account varchar(128) character set utf8mb4 collate utf8mb4_bin null comment 'database user whose rows count as this account',
  failed_count int not null default 0,
  locked_until datetime(3) null,
  created_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint uq_user_account_name unique (name)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table user_role (
  user_id bigint not null,
  role varchar(16) character set ascii collate ascii_bin not null comment 'agent, receptionist, supervisor, admin, api',
  primary key (user_id, role),
  constraint fk_user_role_account foreign key (user_id) references user_account (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table api_token (
  id bigint not null auto_increment primary key,
  user_id bigint not null,
  label varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  token_hash char(64) character set ascii collate ascii_bin not null comment 'SHA-256 in hex',
  created_at datetime(3) not null default (utc_timestamp(3)),
  expires_at datetime(3) null,
  revoked_at datetime(3) null,
  constraint uq_api_token_hash unique (token_hash),
  constraint fk_api_token_account foreign key (user_id) references user_account (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
