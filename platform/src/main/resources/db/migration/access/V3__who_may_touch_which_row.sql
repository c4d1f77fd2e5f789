-- Row-level security of this room's own tables, and the few doors through which a sign-in, where nobody is known yet,
-- reads one row. The owner's policies let the predicate read what it is made of although security is forced.

alter table access.person enable row level security;
alter table access.person force row level security;
create policy owner_all on access.person to current_user using (true) with check (true);
create policy visible on access.person for select using (
    id = rights.person()
    or jurisdiction = any ((select rights.sees('access.people'))::text[])
    or jurisdiction = any ((select access.may('access.people.manage'))::text[]));
create policy managed on access.person for insert
    with check (jurisdiction = any ((select access.may('access.people.manage'))::text[]));
create policy changed on access.person for update
    using (jurisdiction = any ((select access.may('access.people.manage'))::text[]))
    with check (jurisdiction = any ((select access.may('access.people.manage'))::text[]));

alter table access.body enable row level security;
alter table access.body force row level security;
create policy owner_all on access.body to current_user using (true) with check (true);
create policy visible on access.body for select using (
    jurisdiction = any ((select rights.sees('access.people'))::text[])
    or jurisdiction = any ((select access.may('access.mandates.manage'))::text[])
    or jurisdiction = any ((select access.may('access.data.grant'))::text[]));
create policy managed on access.body for insert
    with check (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]));
create policy changed on access.body for update
    using (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]))
    with check (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]));

alter table access.seat enable row level security;
alter table access.seat force row level security;
create policy owner_all on access.seat to current_user using (true) with check (true);
create policy visible on access.seat for select using (
    person = rights.person()
    or jurisdiction = any ((select rights.sees('access.people'))::text[])
    or jurisdiction = any ((select access.may('access.mandates.manage'))::text[]));
create policy managed on access.seat for insert
    with check (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]));
create policy changed on access.seat for update
    using (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]))
    with check (jurisdiction = any ((select access.may('access.mandates.manage'))::text[]));

alter table access.mandate enable row level security;
alter table access.mandate force row level security;
create policy owner_all on access.mandate to current_user using (true) with check (true);
create policy visible on access.mandate for select using (
    scope = any ((select rights.sees('access.people'))::text[])
    or scope = any ((select access.may('access.mandates.manage'))::text[]));
create policy managed on access.mandate for insert
    with check (scope = any ((select access.may('access.mandates.manage'))::text[]));
create policy changed on access.mandate for update
    using (scope = any ((select access.may('access.mandates.manage'))::text[]))
    with check (scope = any ((select access.may('access.mandates.manage'))::text[]));

alter table access.data_grant enable row level security;
alter table access.data_grant force row level security;
create policy owner_all on access.data_grant to current_user using (true) with check (true);
create policy visible on access.data_grant for select using (
    scope = any ((select rights.sees('access.people'))::text[])
    or scope = any ((select access.may('access.data.grant'))::text[]));
create policy managed on access.data_grant for insert
    with check (scope = any ((select access.may('access.data.grant'))::text[]));
create policy changed on access.data_grant for update
    using (scope = any ((select access.may('access.data.grant'))::text[]))
    with check (scope = any ((select access.may('access.data.grant'))::text[]));

alter table access.api_key enable row level security;
alter table access.api_key force row level security;
create policy owner_all on access.api_key to current_user using (true) with check (true);
create policy own on access.api_key using (person = rights.person()) with check (person = rights.person());

-- What ends is closed, never removed; the past of a right is evidence.
revoke delete, truncate on access.person, access.body, access.body_role, access.seat, access.mandate,
    access.data_grant, access.api_key from ${app};
revoke update on access.body, access.body_role, access.seat, access.mandate, access.data_grant, access.api_key
    from ${app};
grant update (valid_to) on access.body, access.seat, access.mandate, access.data_grant to ${app};
grant update (revoked_at) on access.api_key to ${app};
revoke all on access.credential, access.holding, access.right_told from ${app};

-- The account that tries to sign in.
create function access.account_named(asked_login text)
returns table (person uuid, login text, zh_name text, en_name text, jurisdiction text, demonstration boolean,
               disabled boolean, must_change boolean, hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.id, p.login, p.zh_name, p.en_name, p.jurisdiction, p.demonstration,
           p.disabled_at is not null, coalesce(c.must_change, false), c.hash
    from access.person p left join access.credential c on c.person = p.id
    where p.login = lower(asked_login) and p.human
$$;

-- The account of a session, an API key or a federated identity, without its hash.
create function access.account_of(asked_person uuid)
returns table (person uuid, login text, zh_name text, en_name text, jurisdiction text, demonstration boolean,
               disabled boolean, must_change boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.id, p.login, p.zh_name, p.en_name, p.jurisdiction, p.demonstration,
           p.disabled_at is not null, coalesce(c.must_change, false)
    from access.person p left join access.credential c on c.person = p.id
    where p.id = asked_person and p.human
$$;

create function access.person_with_email(asked_email text) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.id from access.person p where p.email = lower(asked_email) and p.human
$$;

-- The living API key with this hash; marks it used, at most once a minute.
create function access.use_api_key(asked_hash bytea)
returns table (key uuid, person uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update access.api_key k set last_used_at = now()
    where k.hash = asked_hash and k.revoked_at is null and k.expires_at > now()
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
    return query
        select k.id, k.person from access.api_key k join access.person p on p.id = k.person
        where k.hash = asked_hash and k.revoked_at is null and k.expires_at > now() and p.disabled_at is null;
end
$$;

-- The scopes a person's acts reach now. Whoever manages people must cover them all before taking the account over with
-- a new password.
create function access.reach_of_person(asked_person uuid) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct h.scope from access.holding h
    where h.person = asked_person and h.valid_from <= now() and (h.valid_to is null or h.valid_to > now())
$$;

-- The scopes a seat would reach, now or later. Whoever gives the seat must cover them all: a seat gives its mandates.
create function access.reach_of_seat(asked_body uuid, asked_role text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.scope from access.mandate m
    where m.body = asked_body and m.role = asked_role and (m.valid_to is null or m.valid_to > now())
    union
    select g.scope from access.data_grant g
    where g.body = asked_body and (g.valid_to is null or g.valid_to > now())
$$;

-- Sets a password: one's own, or that of a person one may manage in everything they may do. Returns whether it was
-- allowed.
create function access.set_credential(asked_person uuid, new_hash text, new_must_change boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    allowed boolean;
    managed text[] := access.may('access.people.manage');
begin
    select p.human
       and (p.id = rights.person()
            or (p.jurisdiction = any (managed)
                and not exists (select from access.reach_of_person(p.id) scope where scope <> all (managed))))
    into allowed from access.person p where p.id = asked_person;
    if allowed then
        insert into access.credential (person, hash, must_change, changed_at)
        values (asked_person, new_hash, new_must_change, clock_timestamp())
        on conflict (person) do update
        set hash = excluded.hash, must_change = excluded.must_change, changed_at = excluded.changed_at;
    end if;
    return coalesce(allowed, false);
end
$$;

-- The body with this code: codes of bodies are no secret, and a mandate may be given to a body of another jurisdiction.
create function access.body_named(asked_code text) returns table (id uuid, jurisdiction text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.id, b.jurisdiction from access.body b where b.code = asked_code
$$;

create function access.body_code(asked_body uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select b.code from access.body b where b.id = asked_body
$$;

-- Counts an attempt to sign in. Returns the seconds left when the subject is locked, else 0; the attempt past the free
-- ones locks the subject for the next, twice as long each time. Rows nobody touched for a day are forgotten.
create function access.claim_sign_in(
    asked_subject text, free integer, first_s bigint, longest_s bigint, forgotten_s bigint) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    moment timestamptz := clock_timestamp();
    attempt access.sign_in_failure;
begin
    delete from access.sign_in_failure where last_at < moment - make_interval(secs => forgotten_s);
    insert into access.sign_in_failure as f (subject, failures, last_at) values (asked_subject, 0, moment)
    on conflict (subject) do update set last_at = moment
    returning * into attempt;
    if attempt.locked_until > moment then
        return ceil(extract(epoch from attempt.locked_until - moment));
    end if;
    update access.sign_in_failure f
    set failures = f.failures + 1,
        locked_until = case when f.failures + 1 >= free
            then moment + make_interval(secs => least(longest_s, first_s * 2 ^ least(f.failures + 1 - free, 20)))
        end
    where f.subject = asked_subject;
    return 0;
end
$$;
