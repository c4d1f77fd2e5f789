-- The scopes a person's rights reach, now or later: whoever takes an account over today still has it when a right begins.
create or replace function access.reach_of_person(asked_person uuid) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct h.scope from access.holding h
    where h.person = asked_person and (h.valid_to is null or (h.valid_to > now() and h.valid_to > h.valid_from))
$$;
