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
