-- The demo call centre. Only for trying: everybody can read these passwords (agent-demo for agent, and so on). Run as often as you like.

insert into user_account (name, full_name, password_hash, database_account) values
  ('agent', 'Ada Agent', '$2a$10$kt1lOPLN6cl0Dj2gTGWSIuimRoBEXNF1E.wED5U.UuZDEetWMWvMS', null),
  ('receptionist', 'Rosa Receptionist', '$2a$10$RPEfVtTtqGaCDzQRkgwW4uO8EmX1EiuQSYqthn.4lT/GdHMwAwt7y', null),
  ('supervisor', 'Sam Supervisor', '$2a$10$64nhAoMIGf2m3jzfI4CYvuGO5V8khdpo2MZ9Q7F9yKAzu1CJnHrKq', null),
  ('admin', 'Ann Administrator', '$2a$10$9/heDWrvyDQL5oXkUhK/Vu2u.XyH48qpzN78CHpf9zIej01Z52CrK', null),
  ('api', 'Scripts and SQL clients', '$2a$10$YtvDXaXRAYt4glMDVHGwhunZwoyvZoG2HFId4uESUgDLqMozmGYle', 'switchroom_client')
on duplicate key update full_name = values(full_name), password_hash = values(password_hash), database_account = values(database_account),
  enabled = true, failed_count = 0, locked_until = null;

insert ignore into user_role (user_id, role)
  select id, name from user_account where name in ('agent', 'receptionist', 'supervisor', 'admin', 'api');

-- One group that sees and may everything, for whoever is in none.
insert ignore into user_group (name, description) values ('Demo', 'Sees everything, may call anywhere');
insert ignore into user_group_right (group_id, kind, value)
  select id, kind, '*' from user_group join (select 'CAMPAIGN' as kind union select 'IN_GROUP' union select 'DESTINATION' union select 'REPORT' union select 'GROUP') as kinds
   where name = 'Demo';
update user_account join user_group on user_group.name = 'Demo' set group_id = user_group.id
 where user_account.group_id is null and user_account.name in ('agent', 'receptionist', 'supervisor', 'admin', 'api');

-- Contexts of the lab's dialplan that any client may send a call to.
insert ignore into allowed_context (server_name, context, exten_pattern) values
  ('*', 'switchroom-echo', 's'),
  ('*', 'switchroom-wait', 's');
