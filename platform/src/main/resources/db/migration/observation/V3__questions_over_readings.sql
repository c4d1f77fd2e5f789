-- Which network a station belongs to: pages must say of its readings where they come from, and above all whether they were
-- measured at all.
create table network (
    code text primary key check (code ~ '^[a-z0-9-]{1,32}$')
);
insert into network (code) values ('cnemc');
alter table station add column network text not null default 'cnemc' references network;
alter table station alter column network drop default;
delete from network where not exists (select from station);
revoke update, delete, truncate on network from ${app};

-- Counts the transactions that changed readings or stations, so that whoever remembers an answer knows when it is stale.
create table change_count (
    one     boolean primary key default true check (one),
    changes bigint not null
);
insert into change_count (changes) values (0);
revoke insert, delete, truncate on change_count from ${app};

-- Published air is computed from the hourly values that stand; who may see the one may see the other. What was received
-- before, when, and why it was revised stays with the dataset of readings (decision 0071).
create policy published on reading for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[]));
create policy published on revision for select using (
    latest and jurisdiction = any ((select rights.sees('air.published'))::text[]));
