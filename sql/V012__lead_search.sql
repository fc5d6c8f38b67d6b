-- A page of a search is read from the index alone: in the order in which it is walked, and with the list that says who may see the lead.
alter table call_lead
  drop index ix_call_lead_phone,
  drop index ix_call_lead_last_name,
  drop index ix_call_lead_vendor_id,
  add index ix_call_lead_phone (phone, id, list_id),
  add index ix_call_lead_last_name (last_name, id, list_id),
  add index ix_call_lead_vendor_id (vendor_id, id, list_id);
