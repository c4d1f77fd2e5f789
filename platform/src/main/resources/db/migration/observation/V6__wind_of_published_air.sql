-- The wind of a city's days is published with its air and computed from the hours, so that who may see the one may see the
-- other; what else stations read stays with the dataset of readings. The route of other readings asks for that dataset itself.
create policy published_wind on other_reading for select using (
    species in ('wind_speed', 'wind_direction')
    and jurisdiction = any ((select rights.sees('air.published'))::text[]));
create policy published_wind on other_revision for select using (
    latest and species in ('wind_speed', 'wind_direction')
    and jurisdiction = any ((select rights.sees('air.published'))::text[]));
