-- What is waiting is found with fewer entries to keep: an index is touched when a row's place in it changes, and not at each step of its way.

-- Rows that nobody has looked at yet, and rows that wait for their time: null in all others.
alter table queued_action
  add column arrived tinyint generated always as (case when stage = 'ARRIVED' then coalesce(priority, case when action in ('Hangup', 'Redirect') then 1 else 5 end) end) stored comment 'urgency of a row that has just come in' after originate,
  add column waits_until datetime(3) generated always as (case when stage = 'WAITING' then not_before end) stored comment 'not_before of a row that waits for it' after arrived,
  add column trunk varchar(100) character set ascii collate ascii_bin not null default '' comment 'endpoint of an Originate whose own limit counts; empty if none does' after waits_until;

-- A row that nobody has sent is over when it expires: settle_by says so from the beginning.
alter table queued_action modify column settle_by datetime(3) null default (expires_at)
  comment 'NEW: when it becomes EXPIRED; SENT: when it becomes UNKNOWN; UNKNOWN: when it becomes FAILED not confirmed';
update queued_action set settle_by = expires_at where status = 'NEW';

alter table queued_action
  drop index ix_queued_action_stage,
  drop index ix_queued_action_due,
  drop index ix_queued_action_stage_not_before,
  drop index ix_queued_action_stage_expires,
  add index ix_queued_action_arrived (arrived, id),
  add index ix_queued_action_due (stage, server_name, originate, trunk, urgency, id),
  add index ix_queued_action_waits_until (waits_until);
