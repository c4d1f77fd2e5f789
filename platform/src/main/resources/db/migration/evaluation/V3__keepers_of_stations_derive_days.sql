-- What a station is for decides which stations make its city's value: whoever changes the one derives the other.
create policy keepers_of_stations on station_day for all
    using (jurisdiction in (select unnest(access.may('observation.station.keep'))))
    with check (jurisdiction in (select unnest(access.may('observation.station.keep'))));
create policy keepers_of_stations on city_day for all
    using (jurisdiction in (select unnest(access.may('observation.station.keep'))))
    with check (jurisdiction in (select unnest(access.may('observation.station.keep'))));
