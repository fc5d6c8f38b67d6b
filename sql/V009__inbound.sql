-- What callers meet: in-groups, DIDs, call menus, music classes, voicemail boxes. What each kind can be set to is described by the
-- application (feature inbound); a row holds what differs from the default.

create table inbound_item (
  kind varchar(20) character set ascii collate ascii_bin not null comment 'IN_GROUP, DID, CALL_MENU, MUSIC_CLASS or VOICEMAIL_BOX',
  id varchar(20) character set ascii collate ascii_bin not null comment 'key; of a DID its number, of a voicemail box the number of the box',
  settings mediumtext character set utf8mb4 collate utf8mb4_bin not null comment 'JSON object: setting -> value as text',
  changed_at datetime(3) not null default (utc_timestamp(3)),
  changed_by varchar(64) not null,
  version int not null default 0,
  primary key (kind, id),
  constraint ck_inbound_item_settings check (json_valid(settings))
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;

-- Who leads to whom, so that the database itself keeps everything that is led to.
create table inbound_reference (
  from_kind varchar(20) character set ascii collate ascii_bin not null,
  from_id varchar(20) character set ascii collate ascii_bin not null,
  setting varchar(40) character set ascii collate ascii_bin not null,
  to_kind varchar(20) character set ascii collate ascii_bin not null,
  to_id varchar(20) character set ascii collate ascii_bin not null,
  primary key (from_kind, from_id, setting),
  constraint fk_inbound_reference_from foreign key (from_kind, from_id) references inbound_item (kind, id),
  constraint fk_inbound_reference_to foreign key (to_kind, to_id) references inbound_item (kind, id),
  index ix_inbound_reference_to (to_kind, to_id)
) engine = InnoDB default character set = utf8mb4 collate = utf8mb4_general_ci;
