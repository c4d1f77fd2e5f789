-- The platform's own person, body, seat and first mandates. Jobs act as this person; nobody can sign in as it. From
-- these mandates the first administrator gets theirs. A room that brings a new kind of act or dataset gives the platform
-- its mandate or grant through the front door at start.
insert into access.person (id, login, zh_name, en_name, jurisdiction, human)
values ('00000000-0000-7000-8000-000000000001', 'system', '平台', 'The platform', '*', false);
insert into access.body (id, code, zh_name, en_name, kind, jurisdiction, valid_from)
values ('00000000-0000-7000-8000-000000000002', 'platform', '平台运维', 'Operation of the platform', 'platform', '*',
        '2000-01-01T00:00:00Z');
insert into access.body_role (body, role, zh_name, en_name) values
    ('00000000-0000-7000-8000-000000000002', 'system', '系统', 'System'),
    ('00000000-0000-7000-8000-000000000002', 'administrator', '管理员', 'Administrator');
insert into access.seat (id, person, body, role, jurisdiction, valid_from)
values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001',
        '00000000-0000-7000-8000-000000000002', 'system', '*', '2000-01-01T00:00:00Z');
insert into access.mandate (id, body, role, act, scope, source, valid_from)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'system', act, '*', 'installation',
       '2000-01-01T00:00:00Z'
from unnest(array['access.people.manage', 'access.mandates.manage', 'access.data.grant', 'access.api-key.issue',
                  'region.change', 'observation.import']) act;
insert into access.data_grant (id, body, dataset, scope, source, valid_from)
select gen_random_uuid(), '00000000-0000-7000-8000-000000000002', dataset, '*', 'installation', '2000-01-01T00:00:00Z'
from unnest(array['air.published', 'observation.readings', 'notary.acts', 'access.people']) dataset;
