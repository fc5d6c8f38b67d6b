-- An ordinary row is due as it comes in: the claim that takes it judges it, or somebody does if it has to wait. So most rows are changed once less.

-- Whoever stored rows until now judged them, but for those that have just come in.
alter table queued_action
  add column judged boolean not null default false comment 'somebody has checked the row and its story has begun' after originate;
update queued_action set judged = true where stage is null or stage <> 'ARRIVED';

-- Only what can not be claimed as it is has to be looked at first: Originates, whose lane is not known yet, cancellations, and what is early or late.
alter table queued_action
  drop index ix_queued_action_arrived,
  drop column arrived;
alter table queued_action
  modify column stage varchar(8) character set ascii collate ascii_bin null
    default (case when action in ('Originate', 'SwitchroomCancel') or not_before > utc_timestamp(3) or expires_at <= utc_timestamp(3) then 'ARRIVED' else 'DUE' end)
    comment 'of a NEW row: ARRIVED (to be judged first), WAITING (for not_before), DUE (may be claimed); null afterwards',
  add column arrived tinyint generated always as (
    case when stage = 'ARRIVED' then coalesce(priority, case when action in ('Hangup', 'Redirect') then 1 else 5 end)
         when stage = 'DUE' and not judged then 10 + coalesce(priority, case when action in ('Hangup', 'Redirect') then 1 else 5 end) end) stored
    comment 'of a row that nobody has judged yet: its urgency, and 10 more if it is due all the same' after judged,
  add index ix_queued_action_arrived (arrived, id);
