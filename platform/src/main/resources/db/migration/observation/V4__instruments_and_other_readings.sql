-- What stations are, as an office says it. Files enter what they know; an office corrects it by an act, and what it has
-- settled no later file changes. The act's content has the periods before and after.
alter table station_standing
    add column settled text[] not null default '{}'
        check (settled <@ array['name', 'role', 'tier', 'position']),
    add column settled_from timestamptz,
    add column act uuid,
    add check ((settled = '{}') = (settled_from is null)),
    add check ((settled = '{}') = (act is null));
grant update (name, role, tier, longitude_deg, latitude_deg, source, settled, settled_from, act)
    on station_standing to ${app};

-- Keepers of stations derive days anew, so that they must reach the readings these are made of.
create policy keepers on station for select using (
    jurisdiction = any ((select access.may('observation.station.keep'))::text[]));
create policy keepers on station_standing for select using (
    jurisdiction = any ((select access.may('observation.station.keep'))::text[]));
create policy keepers_enter on station_standing for insert
    with check (jurisdiction in (select unnest(access.may('observation.station.keep'))));
create policy keepers_correct on station_standing for update
    using (jurisdiction in (select unnest(access.may('observation.station.keep'))));
create policy keepers on reading for select using (
    jurisdiction = any ((select access.may('observation.station.keep'))::text[]));
create policy keepers on revision for select using (
    latest and jurisdiction = any ((select access.may('observation.station.keep'))::text[]));

-- What stations read besides the six: one row per value, as received. Whole numbers of 10^-decimals of the species' unit, as
-- engine.substance.Species says; the word stands beside it where the file had one, such as a point of the compass.
create table other_reading (
    hour_end     timestamptz not null check (date_trunc('hour', hour_end, 'UTC') = hour_end),
    received_at  timestamptz not null default now(),
    value        bigint not null,
    station      int not null,
    batch        int not null,
    jurisdiction text not null,
    species      text not null check (species <> ''),
    word         text check (word <> ''),
    primary key (jurisdiction, station, species, hour_end)
) partition by range (hour_end);

-- Beside what was received, as with the six. No foreign keys: an undoing writes millions of rows, each of which comes from a
-- join with what was received, and neither readings nor imports are ever deleted.
create table other_revision (
    hour_end     timestamptz not null,
    at           timestamptz not null default now(),
    value        bigint,                    -- null: the file says there is none
    person       uuid not null,
    station      int not null,
    revision     int not null check (revision > 0),
    batch        int not null,
    brought      int,                       -- the import that brought what stands; null where withdrawn
    latest       boolean not null,
    withdrawn    boolean not null,
    jurisdiction text not null,
    species      text not null,
    word         text,
    reason       text not null check (reason in ('file-differs', 'import-undone')),
    primary key (jurisdiction, station, species, hour_end, revision),
    check (not withdrawn or (value is null and word is null and brought is null))
);
create unique index other_revision_latest on other_revision (jurisdiction, station, species, hour_end) where latest;

create view other_reading_now with (security_invoker = true) as
select r.jurisdiction, r.station, r.species, r.hour_end, r.received_at,
       coalesce(v.batch, r.batch) as batch, coalesce(v.revision, 0) as revision,
       case when v.station is null then r.value else v.value end as value,
       case when v.station is null then r.word else v.word end as word,
       case when v.station is null then r.batch else v.brought end as brought
from other_reading r
left join other_revision v on v.jurisdiction = r.jurisdiction and v.station = r.station and v.species = r.species
    and v.hour_end = r.hour_end and v.latest
where v.withdrawn is not true;

-- The partition of a month (UTC), made by the owner and reached through the parent only.
create function ensure_other_month(moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
    first date := date_trunc('month', moment);
    name text := 'other_reading_' || to_char(first, 'YYYYMM');
begin
    if moment < '1970-01-01' or moment > now() + interval '2 months' then
        raise exception 'expected an hour from 1970 to now, got %', moment;
    end if;
    if to_regclass('observation.' || name) is null then
        execute format('create table if not exists observation.%I partition of observation.other_reading '
                       'for values from (%L) to (%L)', name, first, first + interval '1 month');
        execute format('alter table observation.%I enable row level security', name);
        execute format('alter table observation.%I force row level security', name);
        execute format('revoke all on observation.%I from ${app}', name);
    end if;
end
$$;
revoke execute on function ensure_other_month(timestamptz) from public;
grant execute on function ensure_other_month(timestamptz) to ${app};

alter table other_reading enable row level security;
alter table other_reading force row level security;
create policy readers on other_reading for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on other_reading for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
alter table other_revision enable row level security;
alter table other_revision force row level security;
create policy readers on other_revision for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on other_revision for insert
    with check (person = (select rights.person())
                and jurisdiction in (select unnest(access.may('observation.import'))));
create policy no_longer_latest on other_revision for update
    using (jurisdiction in (select unnest(access.may('observation.import'))));
revoke update, delete, truncate on other_reading, other_revision from ${app};
grant update (latest) on other_revision to ${app};

-- How many values besides the six an import brought or changed, and by which mapping it read: from now on column mapping
-- has the whole text, of a shipped one too, whose text may change with the product.
alter table import_batch
    add column other_entered bigint not null default 0,
    add column other_revised bigint not null default 0,
    add column mapping_name text,
    add column mapping_sha256 text check (mapping_sha256 ~ '^[0-9a-f]{64}$');
alter table import_batch no force row level security;
update import_batch set mapping_name = mapping, mapping = null where mapping in ('cnemc', 'prsa');
update import_batch set mapping_sha256 = encode(sha256(convert_to(mapping, 'UTF8')), 'hex') where mapping is not null;
alter table import_batch force row level security;
grant update (other_entered, other_revised) on import_batch to ${app};

-- What a station measures with. Nothing is deleted: an instrument that goes is ended. That two primary instruments of one
-- station never read the same thing at once is asked under a lock when one is entered (SqlInstruments), as the reason names
-- the other one. No foreign key to the station, which is never deleted.
create table instrument (
    id               uuid primary key,
    station          int not null,
    jurisdiction     text not null,
    measures         text[] not null check (cardinality(measures) between 1 and 200), -- codes of pollutants and species
    detection_limits numeric[] not null,     -- of each measure in its unit; null where not known
    method           text not null check (method ~ '^[a-z0-9-]{1,40}$'),
    is_primary       boolean not null,       -- the one whose values the station reports
    maker            text not null check (length(maker) between 1 and 200),
    model            text not null check (length(model) between 1 and 200),
    serial           text not null check (length(serial) between 1 and 100),
    valid_from       timestamptz not null,
    valid_to         timestamptz check (valid_to > valid_from),
    source           text not null check (length(source) between 5 and 400),
    entered_by       uuid not null,
    entered_at       timestamptz not null default now(),
    act              uuid not null,
    ended_by         uuid,
    ended_at         timestamptz,
    end_source       text check (length(end_source) between 5 and 400),
    end_act          uuid,
    check (cardinality(detection_limits) = cardinality(measures)),
    check (num_nulls(ended_by, ended_at, end_source, end_act) in (0, 4)),
    check (ended_by is null or valid_to is not null)
);
create index instrument_of_station on instrument (jurisdiction, station, valid_from);

alter table instrument enable row level security;
alter table instrument force row level security;
create policy readers on instrument for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[])
    or jurisdiction in (select unnest(access.may('observation.station.keep'))));
create policy keepers_enter on instrument for insert with check (
    entered_by = (select rights.person()) and ended_by is null
    and jurisdiction in (select unnest(access.may('observation.station.keep'))));
create policy keepers_end on instrument for update
    using (ended_by is null and jurisdiction in (select unnest(access.may('observation.station.keep'))))
    with check (ended_by = (select rights.person()));
revoke update, delete, truncate on instrument from ${app};
grant update (valid_to, ended_by, ended_at, end_source, end_act) on instrument to ${app};
