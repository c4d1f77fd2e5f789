-- Which network a station belongs to: pages must say of its readings where they come from, and above all whether they were
-- measured at all.
create table network (
    code text primary key check (code ~ '^[a-z0-9-]{1,32}$')
);
insert into network (code) values ('cnemc');
alter table station add column network text not null default 'cnemc' references network;
alter table station alter column network drop default;
-- Row-level security binds the owner too, who would find no station and delete what stations refer to.
alter table station no force row level security;
delete from network where not exists (select from station);
alter table station force row level security;
revoke update, delete, truncate on network from ${app};

-- Counts the transactions that changed readings or stations, so that whoever remembers an answer knows when it is stale.
create table change_count (
    one     boolean primary key default true check (one),
    changes bigint not null,
    zone    text                              -- whose days the derived days are; the first import decides
);
insert into change_count (changes) values (0);
revoke insert, delete, truncate on change_count from ${app};

-- Published air is computed from the hourly values that stand; who may see the one may see the other. What was received
-- before, when, and why it was revised stays with the dataset of readings (decision 0071).
create policy published on reading for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[]));
create policy published on revision for select using (
    latest and jurisdiction = any ((select rights.sees('air.published'))::text[]));

-- Which import brought a value that stands: an undoing puts back what an earlier one had brought, and the undoing of that
-- one must find it. Null where there is no value any more.
alter table revision add column brought int;
alter table revision no force row level security;
update revision set brought = batch where not withdrawn and reason = 'file-differs';
alter table revision force row level security;
create or replace view reading_now with (security_invoker = true) as
select r.jurisdiction, r.station, r.hour_end, r.received_at,
       coalesce(v.batch, r.batch) as batch, coalesce(v.revision, 0) as revision,
       case when v.station is null then r.so2 else v.so2 end as so2,
       case when v.station is null then r.no2 else v.no2 end as no2,
       case when v.station is null then r.co else v.co end as co,
       case when v.station is null then r.o3 else v.o3 end as o3,
       case when v.station is null then r.pm10 else v.pm10 end as pm10,
       case when v.station is null then r.pm2_5 else v.pm2_5 end as pm2_5,
       case when v.station is null then r.batch else v.brought end as brought
from reading r
left join revision v on v.jurisdiction = r.jurisdiction and v.station = r.station and v.hour_end = r.hour_end and v.latest
where v.withdrawn is not true;

-- The mapping by which a table was read: without it nobody could recompute the values from the file.
alter table import_batch add column mapping text;
