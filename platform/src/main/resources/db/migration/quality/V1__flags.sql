-- What screening says of hourly values, where it says anything but good. A value without a row is good; no value is
-- missing. Each change of a flag is a further revision: the history of a value's flag is its rows.
create table flag (
    jurisdiction text not null,
    station      int not null,
    hour_end     timestamptz not null,
    pollutant    text not null check (pollutant in ('so2', 'no2', 'co', 'o3', 'pm10', 'pm2_5')),
    revision     int not null check (revision > 0),
    latest       boolean not null,
    flag         text not null check (flag in ('good', 'suspect', 'bad', 'missing', 'not-evaluated')),
    failed       smallint not null,   -- one bit for each test that failed, in the order of engine.screening.ScreeningTest
    rules        text not null,       -- the set of rules that screened it
    batch        int not null,        -- the import that brought the flag about
    at           timestamptz not null default now(),
    primary key (jurisdiction, station, hour_end, pollutant, revision)
);
create unique index flag_latest on flag (jurisdiction, station, hour_end, pollutant) where latest;
create index flag_by_hour on flag (hour_end desc) where latest and flag <> 'good';
create index flag_unusable on flag (jurisdiction, hour_end) where latest and flag in ('bad', 'missing');

-- Flags belong to the readings. That a value is unusable belongs to what is published, as the published mean leaves it out.
alter table flag enable row level security;
alter table flag force row level security;
create policy readers on flag for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy published on flag for select using (
    latest and flag in ('bad', 'missing') and jurisdiction = any ((select rights.sees('air.published'))::text[]));
create policy screeners on flag for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
create policy no_longer_latest on flag for update
    using (jurisdiction in (select unnest(access.may('observation.import'))));
revoke update, delete, truncate on flag from ${app};
grant update (latest) on flag to ${app};
