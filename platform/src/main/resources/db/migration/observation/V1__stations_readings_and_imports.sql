-- Stations, what they read, and the imports that brought it. Values are whole thousandths of their unit (µg/m³; CO mg/m³);
-- null where nothing was observed. What was received stands for ever: a correction, and the undoing of an import, is a
-- further revision beside it.

create table station (
    number       int generated always as identity primary key, -- short name inside the wide rows
    code         text not null unique check (code <> '' and length(code) <= 32),
    jurisdiction text not null,                                 -- for its whole life; one that moves away is another station
    entered_at   timestamptz not null default now(),
    unique (number, jurisdiction)
);

-- What a station is, period by period: [valid_from, valid_to). Positions move between vintages of a network's lists.
create table station_standing (
    station       int not null,
    jurisdiction  text not null,
    valid_from    timestamptz not null,
    valid_to      timestamptz check (valid_to > valid_from),
    name          text not null,
    role          text not null check (role in
        ('evaluation', 'clean-reference', 'background', 'regional-transport', 'roadside', 'superstation')),
    tier          text not null check (tier in ('national', 'provincial', 'city')),
    longitude_deg double precision not null check (longitude_deg between -180 and 180),
    latitude_deg  double precision not null check (latitude_deg between -90 and 90),
    source        text not null check (source <> ''),
    primary key (station, valid_from),
    foreign key (station, jurisdiction) references station (number, jurisdiction)
);

-- One import, or the undoing of one.
create table import_batch (
    number     int generated always as identity primary key,
    kind       text not null check (kind in ('file', 'undo')),
    file       text not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    origin     text not null,                 -- the word of observation.Origin
    complete   boolean not null,              -- false: the file broke off
    person     uuid not null,
    at         timestamptz not null default now(),
    rows       bigint not null,               -- good rows of the file
    duplicates bigint not null,
    rejected   bigint not null,
    entered    bigint not null,
    revised    bigint not null,
    undoes     int unique references import_batch -- an import is undone once
);

-- The share of each jurisdiction in an import. Root: of the RFC 6962 tree over the rows entered or revised, in the order
-- of station code and hour, so that each member can recompute its own part.
create table import_part (
    batch        int not null references import_batch,
    jurisdiction text not null,
    rows         bigint not null,
    root         bytea not null check (length(root) = 32),
    act          uuid not null,               -- in the register of acts
    primary key (batch, jurisdiction)
);

-- Lines of a file that were not imported. Beyond the first ten thousand of an import only their number is kept.
create table import_reject (
    batch       int not null references import_batch,
    line        bigint not null,
    column_name text not null,
    value       text not null,
    expected    text not null
);
create index import_reject_of_batch on import_reject (batch, line);

-- As received. One wide row per station-hour; the hour is named by its end.
create table reading (
    jurisdiction text not null,
    station      int not null,
    batch        int not null,
    hour_end     timestamptz not null check (date_trunc('hour', hour_end, 'UTC') = hour_end),
    received_at  timestamptz not null default now(),
    so2   int check (so2 >= 0),
    no2   int check (no2 >= 0),
    co    int check (co >= 0),
    o3    int check (o3 >= 0),
    pm10  int check (pm10 >= 0),
    pm2_5 int check (pm2_5 >= 0),
    primary key (jurisdiction, station, hour_end)  -- led by the jurisdiction: decision 0045
) partition by range (hour_end);
create index reading_of_hour on reading (hour_end);

create table revision (
    jurisdiction text not null,
    station      int not null,
    hour_end     timestamptz not null,
    revision     int not null check (revision > 0),
    latest       boolean not null,
    withdrawn    boolean not null,          -- there is no value any more; the six are null
    so2   int check (so2 >= 0),
    no2   int check (no2 >= 0),
    co    int check (co >= 0),
    o3    int check (o3 >= 0),
    pm10  int check (pm10 >= 0),
    pm2_5 int check (pm2_5 >= 0),
    batch        int not null references import_batch,
    person       uuid not null,
    at           timestamptz not null default now(),
    reason       text not null check (reason in ('file-differs', 'import-undone')),
    primary key (jurisdiction, station, hour_end, revision),
    foreign key (jurisdiction, station, hour_end) references reading
);
create unique index revision_latest on revision (jurisdiction, station, hour_end) where latest;

-- What holds now: the latest revision, else what was received; without what was withdrawn.
create view reading_now with (security_invoker = true) as
select r.jurisdiction, r.station, r.hour_end, r.received_at,
       coalesce(v.batch, r.batch) as batch, coalesce(v.revision, 0) as revision,
       case when v.station is null then r.so2 else v.so2 end as so2,
       case when v.station is null then r.no2 else v.no2 end as no2,
       case when v.station is null then r.co else v.co end as co,
       case when v.station is null then r.o3 else v.o3 end as o3,
       case when v.station is null then r.pm10 else v.pm10 end as pm10,
       case when v.station is null then r.pm2_5 else v.pm2_5 end as pm2_5
from reading r
left join revision v on v.jurisdiction = r.jurisdiction and v.station = r.station and v.hour_end = r.hour_end and v.latest
where v.withdrawn is not true;

-- The partition of a month (UTC). Made by the owner: the application's role owns nothing. Reached through the parent only,
-- so that the parent's policies hold.
create function ensure_month(moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
    first date := date_trunc('month', moment);
    name text := 'reading_' || to_char(first, 'YYYYMM');
begin
    if moment < '1970-01-01' or moment > now() + interval '2 months' then
        raise exception 'expected an hour from 1970 to now, got %', moment;
    end if;
    if to_regclass('observation.' || name) is null then
        execute format('create table if not exists observation.%I partition of observation.reading '
                       'for values from (%L) to (%L)', name, first, first + interval '1 month');
        execute format('alter table observation.%I enable row level security', name);
        execute format('alter table observation.%I force row level security', name);
        execute format('revoke all on observation.%I from ${app}', name);
    end if;
end
$$;
revoke execute on function ensure_month(timestamptz) from public;
grant execute on function ensure_month(timestamptz) to ${app};

-- Who sees readings; whoever imports must compare with what is there. What is written is checked against the set, not
-- the list: a list is compared row by row (decision 0045), and an import writes half a million rows.
alter table station enable row level security;
alter table station force row level security;
create policy readers on station for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on station for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
alter table station_standing enable row level security;
alter table station_standing force row level security;
create policy readers on station_standing for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on station_standing for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
create policy period_ends on station_standing for update
    using (jurisdiction in (select unnest(access.may('observation.import'))));
alter table reading enable row level security;
alter table reading force row level security;
create policy readers on reading for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on reading for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
alter table revision enable row level security;
alter table revision force row level security;
create policy readers on revision for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on revision for insert
    with check (person = (select rights.person())
                and jurisdiction in (select unnest(access.may('observation.import'))));
create policy no_longer_latest on revision for update
    using (jurisdiction in (select unnest(access.may('observation.import'))));
alter table import_part enable row level security;
alter table import_part force row level security;
create policy readers on import_part for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on import_part for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
-- An import is seen by who made it and by those who see a part of it; its rejects, which belong to no jurisdiction for
-- certain, by who made it.
alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy readers on import_batch for select using (
    person = (select rights.person()) or exists (select from observation.import_part p where p.batch = number));
create policy importers on import_batch for insert with check (person = (select rights.person()));
create policy counted on import_batch for update using (person = (select rights.person()));
alter table import_reject enable row level security;
alter table import_reject force row level security;
create policy own on import_reject using (
    exists (select from observation.import_batch b where b.number = batch and b.person = (select rights.person())));

revoke update, delete, truncate on station, reading, import_batch, import_part, import_reject from ${app};
grant update (entered, revised) on import_batch to ${app};
revoke update, delete, truncate on station_standing, revision from ${app};
grant update (valid_from, valid_to) on station_standing to ${app};
grant update (latest) on revision to ${app};
