-- Sessions that ended are told to each node, and what is kept of a person ends.

alter table user_session
  add index ix_user_session_ended (ended_at);

alter table user_account
  add column erased_at datetime(3) null comment 'what was known of the person is gone; the row stays for what refers to it' after last_sign_in_at;
