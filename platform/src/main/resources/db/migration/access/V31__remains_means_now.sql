-- Whoever remains must be administrator now and for good by one and the same seat: somebody seated for a day, and again in
-- a year, would leave nobody in between.
create or replace function access.must_stay_enabled(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with administrator as (
        select s.person, s.valid_to from access.seat s
        join access.body b on b.id = s.body and b.code = 'platform'
        join access.person p on p.id = s.person
        where s.role = 'administrator' and p.human and p.disabled_at is null
          and s.valid_from <= now() and (s.valid_to is null or s.valid_to > now())
    )
    select exists (select from administrator a where a.person = asked)
       and not exists (select from administrator a where a.person <> asked and a.valid_to is null)
$$;
