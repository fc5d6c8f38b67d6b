-- Lists of leads, the leads, whom nobody may call, callbacks, and the loads that bring leads in.
-- campaign_id names a campaign without a foreign key: the feature of leads knows no campaigns.

create table lead_list (
  id bigint not null auto_increment primary key,
  name varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  active boolean not null default false,
  campaign_id varchar(20) character set ascii collate ascii_bin null,
  region char(2) character set ascii collate ascii_bin not null default 'US' comment 'ISO 3166, in which numbers without + are read',
  expires_on date null comment 'last day on which its leads may be called',
  reset_at datetime(3) null comment 'when its leads were last declared not called yet',
  fields mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'own fields of this list, JSON array',
  created_at datetime(3) not null default (utc_timestamp(3)),
  changed_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint ck_lead_list_fields check (json_valid(fields)),
  index ix_lead_list_campaign (campaign_id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Texts of people compare without regard to case, codes compare exactly. Numbers are digits of E.164 without the plus.
create table call_lead (
  id bigint not null auto_increment primary key,
  list_id bigint not null,
  vendor_id varchar(64) null,
  title varchar(32) null,
  first_name varchar(64) null,
  initial varchar(16) null,
  last_name varchar(64) null,
  address1 varchar(128) null,
  address2 varchar(128) null,
  address3 varchar(128) null,
  city varchar(64) null,
  state varchar(64) null,
  post_code varchar(20) null,
  province varchar(64) null,
  country char(2) character set ascii collate ascii_bin null,
  phone varchar(15) character set ascii collate ascii_bin not null,
  dial_code varchar(4) character set ascii collate ascii_bin null,
  alt_phone varchar(15) character set ascii collate ascii_bin null,
  show_name varchar(64) null,
  email varchar(254) null,
  comments varchar(2000) null,
  lead_rank int not null default 0,
  owner varchar(64) null,
  time_zones varchar(1000) character set ascii collate ascii_bin null comment 'names of zones, comma between; if several, each must allow a call',
  disposition varchar(20) character set ascii collate ascii_bin not null default 'NEW',
  attempts int not null default 0,
  called_since_reset boolean not null default false,
  last_call_at datetime(3) null,
  last_local_call_at datetime(3) null comment 'clock at the place of the lead, without zone',
  custom_values mediumtext character set utf8mb4 collate utf8mb4_bin null comment 'values of the own fields of the list, JSON object',
  load_id bigint null comment 'load that brought it',
  created_at datetime(3) not null default (utc_timestamp(3)),
  changed_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  constraint fk_call_lead_list foreign key (list_id) references lead_list (id),
  index ix_call_lead_list (list_id, disposition, called_since_reset),
  index ix_call_lead_phone (phone),
  index ix_call_lead_last_name (last_name),
  index ix_call_lead_vendor_id (vendor_id),
  index ix_call_lead_disposition (disposition)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table lead_change (
  id bigint not null auto_increment primary key,
  lead_id bigint not null,
  verb varchar(12) character set ascii collate ascii_bin not null comment 'ADDED, CHANGED, MERGED, MOVED',
  at datetime(3) not null default (utc_timestamp(3)),
  changed_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  fields mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'JSON object: field -> [before, after]',
  index ix_lead_change_lead (lead_id, id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table dnc_number (
  phone varchar(15) character set ascii collate ascii_bin not null,
  campaign_id varchar(20) character set ascii collate ascii_bin not null default '' comment 'empty: nobody may call it',
  source varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'where it came from: agent, file, register',
  added_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  added_at datetime(3) not null default (utc_timestamp(3)),
  primary key (phone, campaign_id),
  index ix_dnc_number_campaign (campaign_id, phone)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

create table callback (
  id bigint not null auto_increment primary key,
  lead_id bigint not null,
  campaign_id varchar(20) character set ascii collate ascii_bin null,
  agent varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'whose it is; null: of anyone in the campaign',
  state varchar(12) character set ascii collate ascii_bin not null default 'SCHEDULED' comment 'SCHEDULED, DUE, DIALING, DONE, CANCELLED, MISSED',
  due_at datetime(3) not null,
  time_zone varchar(64) character set ascii collate ascii_bin not null comment 'of the customer, when it was agreed',
  note varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  created_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(3) not null default (utc_timestamp(3)),
  changed_at datetime(3) not null default (utc_timestamp(3)),
  version int not null default 0,
  index ix_callback_state (state, due_at, id),
  index ix_callback_agent (agent, state, due_at),
  index ix_callback_lead (lead_id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- One file and what becomes of it. Who holds the job says so by node, epoch and heartbeat; each batch is committed together with the position behind it.
create table lead_load (
  id bigint not null auto_increment primary key,
  list_id bigint null comment 'null: numbers that nobody may call',
  dnc_campaign_id varchar(20) character set ascii collate ascii_bin null comment 'of a load of numbers that nobody may call; empty: of all campaigns',
  file_name varchar(255) character set utf8mb4 collate utf8mb4_bin not null comment 'as its owner calls it; never a path of ours',
  stored_name varchar(64) character set ascii collate ascii_bin not null,
  file_bytes bigint not null,
  file_format mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'kind, encoding, delimiter, head: JSON',
  mapping mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'field of each column, JSON array',
  duplicates varchar(12) character set ascii collate ascii_bin not null default 'LIST' comment 'NONE, LIST, CAMPAIGN, SYSTEM: where a number may not be yet',
  skip_dnc boolean not null default true,
  state varchar(12) character set ascii collate ascii_bin not null default 'UPLOADED' comment 'UPLOADED, CHECKING, CHECKED, LOADING, DONE, CANCELLED, FAILED',
  message varchar(500) character set utf8mb4 collate utf8mb4_bin null,
  node varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  epoch int not null default 0,
  heartbeat_at datetime(3) null,
  row_position bigint not null default 0 comment 'rows behind which everything is committed',
  row_total bigint null comment 'rows of the file, known after the first pass',
  error_bytes bigint not null default 0 comment 'length of the file of refused rows at row_position',
  result mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'counts by outcome and time zones, JSON',
  created_by varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(3) not null default (utc_timestamp(3)),
  started_at datetime(3) null,
  finished_at datetime(3) null,
  version int not null default 0,
  index ix_lead_load_state (state, id),
  index ix_lead_load_list (list_id, id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Which field a column of such a file went to last time.
create table lead_mapping (
  list_id bigint not null,
  head_hash char(64) character set ascii collate ascii_bin not null comment 'SHA-256 of the names of the columns',
  mapping mediumtext character set utf8mb4 collate utf8mb4_bin not null,
  used_at datetime(3) not null default (utc_timestamp(3)),
  primary key (list_id, head_hash)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
