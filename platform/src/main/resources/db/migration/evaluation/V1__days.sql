-- Daily values, derived from the readings in the transaction that changes them. Whole trillionths of the unit (µg/m³; CO
-- mg/m³), null where the day is void: decision 0072. Means of 24 hours, of ozone the highest eight-hour mean.
create table station_day (
    jurisdiction text not null,
    station      int not null,
    day          date not null,               -- a day of the service's zone
    so2 bigint, no2 bigint, co bigint, o3 bigint, pm10 bigint, pm2_5 bigint,
    -- how many of the day's hours had a usable value
    so2_hours smallint not null, no2_hours smallint not null, co_hours smallint not null,
    o3_hours smallint not null, pm10_hours smallint not null, pm2_5_hours smallint not null,
    primary key (jurisdiction, station, day)
);

create table city_day (
    jurisdiction text not null,
    day          date not null,
    so2 bigint, no2 bigint, co bigint, o3 bigint, pm10 bigint, pm2_5 bigint,
    -- how many evaluation points had a valid day; how many there were is asked of their standings
    so2_stations smallint not null, no2_stations smallint not null, co_stations smallint not null,
    o3_stations smallint not null, pm10_stations smallint not null, pm2_5_stations smallint not null,
    standard     text,                        -- the edition of HJ 633 in force that day
    aqi          smallint,                    -- null: no report of the day by that edition
    primary_pollutants text not null,         -- their words, a space between two
    primary key (jurisdiction, day)
);

alter table station_day enable row level security;
alter table station_day force row level security;
create policy readers on station_day for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy deriving on station_day for all
    using (jurisdiction in (select unnest(access.may('observation.import'))))
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
alter table city_day enable row level security;
alter table city_day force row level security;
create policy readers on city_day for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[])
    or jurisdiction in (select unnest(access.may('observation.import'))));
create policy deriving on city_day for all
    using (jurisdiction in (select unnest(access.may('observation.import'))))
    with check (jurisdiction in (select unnest(access.may('observation.import'))));
revoke truncate on station_day, city_day from ${app};
