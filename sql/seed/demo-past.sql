-- What happened before: leads that have a disposition were called, and some customers were promised a call. Behind the load of the demo's lists.

update call_lead
   set attempts = case disposition when 'NO_ANSWER' then 1 + id % 4 when 'BUSY' then 1 + id % 2 else 1 + id % 3 end,
       called_since_reset = true,
       last_call_at = timestamp(utc_date()) - interval (1 + id % 12) day + interval (15 * 60 + id % 240) minute
 where load_id is not null and attempts = 0 and disposition <> 'NEW'
   and list_id in (select id from lead_list where campaign_id in ('SOLAR_US', 'FIBRE_UK', 'STROM_DE', 'SURVEY'));

insert into callback (lead_id, campaign_id, agent, state, due_at, time_zone, note, created_by, created_at, changed_at)
  select call_lead.id, lead_list.campaign_id, call_lead.owner, 'SCHEDULED',
         case when call_lead.id % 10 = 0 then utc_timestamp(3) - interval (call_lead.id % 50) minute
              else timestamp(utc_date()) + interval (1 + call_lead.id % 9) day + interval (16 * 60 + call_lead.id % 8 * 15) minute end,
         substring_index(call_lead.time_zones, ',', 1),
         case call_lead.id % 4 when 0 then 'Wants to talk it over at home first' when 1 then 'Was in the car' when 2 then 'Asked for the afternoon' else 'Has the bill at hand then' end,
         call_lead.owner, call_lead.last_call_at, call_lead.last_call_at
    from call_lead join lead_list on lead_list.id = call_lead.list_id
   where lead_list.campaign_id in ('SOLAR_US', 'FIBRE_UK', 'STROM_DE', 'SURVEY') and call_lead.load_id is not null and call_lead.disposition = 'CALLBACK' and call_lead.owner is not null and call_lead.time_zones <> ''
     and not exists (select 1 from callback where callback.lead_id = call_lead.id);
