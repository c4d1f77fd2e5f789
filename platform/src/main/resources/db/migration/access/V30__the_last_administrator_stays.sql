-- Disabling the last administrator would end what must not end by another door: whoever is the only enabled person with
-- an administrator's seat now stays enabled.
create function access.must_stay_enabled(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with administrator as (
        select s.person from access.seat s
        join access.body b on b.id = s.body and b.code = 'platform'
        join access.person p on p.id = s.person
        where s.role = 'administrator' and p.human and p.disabled_at is null
          and s.valid_from <= now() and (s.valid_to is null or s.valid_to > now())
    )
    select exists (select from administrator a where a.person = asked)
       and not exists (
           select from administrator a
           join access.seat s on s.person = a.person and s.role = 'administrator' and s.valid_to is null
           join access.body b on b.id = s.body and b.code = 'platform'
           where a.person <> asked)
$$;
revoke execute on function access.must_stay_enabled(uuid) from public;
grant execute on function access.must_stay_enabled(uuid) to ${app};
