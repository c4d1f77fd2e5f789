-- What each file said of the stations of which it changed something. The undoing of an import derives the standings anew from
-- what the imports that stand said, so that it takes back those which that import alone brought (decision 0077). No foreign
-- keys: neither stations nor imports are ever deleted.
create table station_description (
    batch         int,                     -- null: known before descriptions were kept; no undoing takes it back
    station       int not null,
    jurisdiction  text not null,
    since         timestamptz not null,    -- beginning of the first hour the file has of it
    name          text not null,
    longitude_deg double precision not null check (longitude_deg between -180 and 180),
    latitude_deg  double precision not null check (latitude_deg between -90 and 90),
    placed        boolean not null,        -- false: the file does not say where; the place is what was known then
    role          text not null,
    tier          text not null,
    source        text not null check (source <> ''),
    unique (batch, station)
);
create index station_description_of_station on station_description (station);

-- Row-level security binds the owner too, who would find no standing.
alter table station_standing no force row level security;
insert into station_description
    select null, station, jurisdiction, valid_from, name, longitude_deg, latitude_deg, true, role, tier, source
    from station_standing;

-- Since when an office's word alone keeps a station: the beginning of the first period it spoke of. Hours of older files made
-- that period reach further back; when they are taken back, it does no longer.
alter table station_standing
    add column vouched_from timestamptz,
    add check (vouched_from is null or settled_from is not null);
update station_standing t set vouched_from = (
    select min(b.valid_from) from station_standing b where b.station = t.station and b.settled <> '{}')
where settled <> '{}';
alter table station_standing force row level security;
grant update (vouched_from) on station_standing to ${app};
-- What a station was is kept with the import that changed it, period by period.
grant delete on station_standing to ${app};
create policy importers_take_back on station_standing for delete
    using (jurisdiction in (select unnest(access.may('observation.import'))));

-- The stations whose standings an import or an undoing changed, with their periods before and after. The act of the import has
-- their number and the root of the tree over them, jurisdiction by jurisdiction.
create table import_station (
    batch        int not null,
    station      int not null,
    jurisdiction text not null,
    change       text not null check (change in ('entered', 'moved', 'extended', 'withdrawn', 'restored')),
    before       jsonb not null check (jsonb_typeof(before) = 'array'),
    after        jsonb not null check (jsonb_typeof(after) = 'array'),
    primary key (batch, station)
);
alter table import_part
    add column stations int not null default 0 check (stations >= 0),
    add column stations_root bytea check (length(stations_root) = 32),
    add check ((stations = 0) = (stations_root is null));

alter table station_description enable row level security;
alter table station_description force row level security;
create policy readers on station_description for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on station_description for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
alter table import_station enable row level security;
alter table import_station force row level security;
create policy readers on import_station for select using (
    jurisdiction = any ((select rights.sees('observation.readings'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy importers on import_station for insert
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
revoke update, delete, truncate on station_description, import_station from ${app};
