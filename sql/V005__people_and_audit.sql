-- Who did what, and what a person may see and do.

-- ---------------------------------------------------------------- audit
-- Each row stores the hash of the row before it, so that nobody changes or removes one without being seen (docs/audit.md).
create table audit_entry (
  id bigint not null primary key comment 'counted by audit_head: without gaps',
  at datetime(3) not null,
  actor varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'name of the account, or system',
  way varchar(8) character set ascii collate ascii_bin not null comment 'PAGE, API, SYSTEM',
  address varchar(45) character set ascii collate ascii_bin null comment 'where the request came from',
  verb varchar(16) character set ascii collate ascii_bin not null,
  subject varchar(32) character set ascii collate ascii_bin not null comment 'what kind of thing',
  subject_key varchar(128) character set utf8mb4 collate utf8mb4_bin not null comment 'which one',
  changes mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'JSON object: field -> [before, after]; a text, because its hash is of these characters',
  previous_hash char(64) character set ascii collate ascii_bin not null,
  hash char(64) character set ascii collate ascii_bin not null comment 'SHA-256 in hex over previous_hash and the other columns',
  index ix_audit_entry_subject (subject, subject_key, id),
  index ix_audit_entry_actor (actor, id),
  index ix_audit_entry_at (at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- One row. Whoever appends holds it locked until the commit, so the chain has one end.
create table audit_head (
  id tinyint not null primary key,
  last_id bigint not null,
  last_hash char(64) character set ascii collate ascii_bin not null
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
insert into audit_head (id, last_id, last_hash) values (1, 0, repeat('0', 64));

-- ---------------------------------------------------------------- groups
create table user_group (
  id bigint not null auto_increment primary key,
  name varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  description varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  created_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint uq_user_group_name unique (name)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table user_group_right (
  group_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null comment 'CAMPAIGN, IN_GROUP, DESTINATION, REPORT, GROUP',
  value varchar(64) character set utf8mb4 collate utf8mb4_bin not null comment 'one of that kind, or * for all of them',
  primary key (group_id, kind, value),
  constraint fk_user_group_right_group foreign key (group_id) references user_group (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- ---------------------------------------------------------------- people
alter table user_account
  add column group_id bigint null comment 'null: sees nothing, unless it is an administrator' after full_name,
  add column password_changed_at datetime(3) null after password_hash,
  add column must_change_password boolean not null default false after password_changed_at,
  add column totp_secret varchar(255) character set ascii collate ascii_bin null comment 'second factor: sealed with the key of the installation' after must_change_password,
  add column totp_enrolled_at datetime(3) null comment 'null: the secret is not confirmed yet' after totp_secret,
  add column totp_step bigint null comment 'time step of the last code that was taken: none is taken twice' after totp_enrolled_at,
  add column last_sign_in_at datetime(3) null after locked_until,
  add constraint fk_user_account_group foreign key (group_id) references user_group (id);

create table recovery_code (
  user_id bigint not null,
  code_hash char(64) character set ascii collate ascii_bin not null comment 'SHA-256 in hex; a code has 80 bits of chance',
  used_at datetime(3) null,
  primary key (user_id, code_hash),
  constraint fk_recovery_code_account foreign key (user_id) references user_account (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Wrong passwords by where they came from, whichever account was tried.
create table sign_in_address (
  address varchar(45) character set ascii collate ascii_bin not null primary key,
  failed_count int not null default 0,
  first_at datetime(3) not null comment 'of those that are counted',
  locked_until datetime(3) null,
  index ix_sign_in_address_first (first_at)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table user_session (
  id bigint not null auto_increment primary key,
  user_id bigint not null,
  session_hash char(64) character set ascii collate ascii_bin not null comment 'SHA-256 in hex of the id in the cookie',
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  begun_at datetime(3) not null,
  seen_at datetime(3) not null comment 'once a minute at most',
  address varchar(45) character set ascii collate ascii_bin null,
  agent varchar(255) character set utf8mb4 collate utf8mb4_bin null comment 'what the browser calls itself',
  ended_at datetime(3) null,
  ended_by varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'who signed it out',
  constraint uq_user_session_hash unique (session_hash),
  index ix_user_session_user (user_id, ended_at),
  index ix_user_session_seen (seen_at),
  constraint fk_user_session_account foreign key (user_id) references user_account (id) on delete cascade
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

alter table api_token
  add column may_write boolean not null default true after token_hash,
  add column areas varchar(255) character set ascii collate ascii_bin null comment 'first parts of paths under /api/v1, with commas; null: all' after may_write,
  add column used_at datetime(3) null comment 'once a minute at most';

-- ---------------------------------------------------------------- settings of the whole installation
create table setting (
  name varchar(64) character set ascii collate ascii_bin not null primary key,
  value varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  version int not null default 0
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
