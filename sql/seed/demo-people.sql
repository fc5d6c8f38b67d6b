-- Twelve people of the demo centre in six groups. Only for trying: the password of maria.lopez is maria.lopez-demo, and so on.
set names utf8mb4;

insert ignore into user_group (name, description) values
  ('Sales', 'Outbound sales, US and UK'),
  ('Beratung', 'Ökostrom-Beratung, Deutschland'),
  ('Survey', 'Surveys in France and Australia'),
  ('Service', 'Calls that customers make'),
  ('Front desk', 'Switchboard'),
  ('Floor', 'Supervisors: see all campaigns and all people');

insert ignore into user_group_right (group_id, kind, value)
  select user_group.id, rights.kind, rights.value
    from user_group
    join (
      select 'Sales' as group_name, 'CAMPAIGN' as kind, 'SOLAR_US' as value
      union all select 'Sales', 'CAMPAIGN', 'FIBRE_UK'
      union all select 'Sales', 'IN_GROUP', 'CLOSERS'
      union all select 'Sales', 'DESTINATION', 'US'
      union all select 'Sales', 'DESTINATION', 'GB'
      union all select 'Beratung', 'CAMPAIGN', 'STROM_DE'
      union all select 'Beratung', 'IN_GROUP', 'SUPPORT_DE'
      union all select 'Beratung', 'DESTINATION', 'DE'
      union all select 'Survey', 'CAMPAIGN', 'SURVEY'
      union all select 'Survey', 'DESTINATION', 'FR'
      union all select 'Survey', 'DESTINATION', 'AU'
      union all select 'Service', 'CAMPAIGN', 'SERVICE'
      union all select 'Service', 'IN_GROUP', 'SUPPORT'
      union all select 'Service', 'IN_GROUP', 'BILLING'
      union all select 'Service', 'DESTINATION', 'US'
      union all select 'Service', 'DESTINATION', 'GB'
      union all select 'Front desk', 'CAMPAIGN', 'SERVICE'
      union all select 'Front desk', 'IN_GROUP', '*'
      union all select 'Front desk', 'DESTINATION', '*'
      union all select 'Floor', 'CAMPAIGN', '*'
      union all select 'Floor', 'IN_GROUP', '*'
      union all select 'Floor', 'DESTINATION', '*'
      union all select 'Floor', 'REPORT', '*'
      union all select 'Floor', 'GROUP', '*'
    ) as rights on rights.group_name collate utf8mb4_bin = user_group.name;

insert ignore into user_account (name, full_name, password_hash) values
  ('maria.lopez', 'María López', '$2a$10$piTOrkMeUXv2NtuPOuOojuGpjegwx3YronzyHq.imNAyNR9eh3BGa'),
  ('jack.turner', 'Jack Turner', '$2a$10$sl3jKB6mFAd0XchPW791xu7pSag9S45nXaZ5NZKfoAcF5jInS0vle'),
  ('wei.zhang', '张伟 (Wei Zhang)', '$2a$10$nHKaK6RbVhZLKzqp0ToGxu36loCAvXq4oAPKN7002E7JYnrYD5Xuu'),
  ('priya.sharma', 'Priya Sharma', '$2a$10$EUemasfDoA1qMrWpHn4TCutNpANR6eEk4ND.CrujgT6Dhz3XpIQPK'),
  ('anna.schmidt', 'Anna Schmidt', '$2a$10$HXvWZiG1jcqnD5X.fSQZRuNC/hVQsIPkwUbbFzk5fSgIAG3GNvs8S'),
  ('olena.shevchenko', 'Олена Шевченко', '$2a$10$xvR02n4YsRtGAQRAavMXHuIMyMCmwh7FwGOfOaOoEJ28F5j62Nh.q'),
  ('camille.dubois', 'Camille Dubois', '$2a$10$ZZ6Avr1VfxZVrjpk4YcNFueee9oQMntBDcMwhhTBXHeVcNkOaSwUy'),
  ('tomasz.zielinski', 'Tomasz Zieliński', '$2a$10$4EoU53.Pov7ORN3ehHuvCuHXkkK5qUrrhNJxGf8AenAW5VvV7zQcS'),
  ('omar.haddad', 'عمر حداد (Omar Haddad)', '$2a$10$SoQ.MR.GuvXnj8Wqa34LKuTskAh6QMzo1QjKOHhVp4awtpmffF/g2'),
  ('grace.osei', 'Grace Osei', '$2a$10$odvOWuTLfiRDigqUiq7ELuljPl.Vh5eeI9wFunXXxl4zcSxdwgnzy'),
  ('siobhan.murphy', 'Siobhán Murphy', '$2a$10$3FjHE8zSi2e2bULxlruCiunQQ350TJ17fSLd/6zAfKQZmlde6aqf2'),
  ('henrik.moller', 'Henrik Møller', '$2a$10$N4uNEAdJdq0.xG6ExqvXDufCKJd2GUztg2/SzZI4K8OFQwVwH9xPm');

update user_account join user_group on user_group.name = 'Sales' set group_id = user_group.id
 where group_id is null and user_account.name in ('maria.lopez', 'jack.turner', 'wei.zhang', 'priya.sharma');
update user_account join user_group on user_group.name = 'Beratung' set group_id = user_group.id
 where group_id is null and user_account.name in ('anna.schmidt', 'olena.shevchenko');
update user_account join user_group on user_group.name = 'Survey' set group_id = user_group.id
 where group_id is null and user_account.name in ('camille.dubois', 'tomasz.zielinski');
update user_account join user_group on user_group.name = 'Service' set group_id = user_group.id
 where group_id is null and user_account.name in ('omar.haddad');
update user_account join user_group on user_group.name = 'Front desk' set group_id = user_group.id
 where group_id is null and user_account.name in ('grace.osei');
update user_account join user_group on user_group.name = 'Floor' set group_id = user_group.id
 where group_id is null and user_account.name in ('siobhan.murphy', 'henrik.moller');

insert ignore into user_role (user_id, role) select id, 'agent' from user_account where name in ('maria.lopez', 'jack.turner', 'wei.zhang', 'priya.sharma', 'anna.schmidt', 'olena.shevchenko', 'camille.dubois', 'tomasz.zielinski', 'omar.haddad');
insert ignore into user_role (user_id, role) select id, 'receptionist' from user_account where name in ('grace.osei');
insert ignore into user_role (user_id, role) select id, 'supervisor' from user_account where name in ('siobhan.murphy', 'henrik.moller');

-- A demo needs no list of first steps.
insert ignore into setting (name, value) values ('first_steps.hidden', 'true');
