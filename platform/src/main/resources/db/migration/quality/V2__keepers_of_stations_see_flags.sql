-- Whoever changes what a station is for derives its city's days anew, and must leave out what was left out before.
create policy keepers_of_stations on flag for select using (
    latest and jurisdiction = any ((select access.may('observation.station.keep'))::text[]));
