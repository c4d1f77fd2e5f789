-- What every row-level-security policy asks. Room access replaces the body of sees() by its one predicate; until then,
-- and in tests of rooms below it, nobody sees anything.

-- The person on whose behalf this connection works; null for the public.
create function person() returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
    select nullif(current_setting('airshed.person', true), '')::uuid
$$;

-- The jurisdictions whose rows of a dataset that person may see. A policy calls it once per query:
-- using (jurisdiction = any ((select rights.sees('…'))::text[])).
create function sees(dataset text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select '{}'::text[]
$$;
