-- Who may do or see what, where, and by which seat and which mandate or grant. Everything that asks about rights, in
-- Java or in a row-level-security policy, asks the view access.holding, joined to the tree of jurisdictions downwards
-- (what may this person do?) or upwards (who may do it here?).

-- What a seat gives its holder. Person null: everybody, signed in or not. kind: 'act' or 'dataset'.
create view access.holding as
select s.person, 'act' as kind, m.act as word, m.scope, s.id as seat, m.id as basis,
       greatest(s.valid_from, b.valid_from, m.valid_from) as valid_from,
       least(s.valid_to, b.valid_to, m.valid_to, p.disabled_at) as valid_to
from access.seat s
join access.person p on p.id = s.person
join access.body b on b.id = s.body
join access.mandate m on m.body = s.body and m.role = s.role
union all
select s.person, 'dataset', g.dataset, g.scope, s.id, g.id,
       greatest(s.valid_from, b.valid_from, g.valid_from),
       least(s.valid_to, b.valid_to, g.valid_to, p.disabled_at)
from access.seat s
join access.person p on p.id = s.person
join access.body b on b.id = s.body
join access.data_grant g on g.body = s.body
union all
select null::uuid, 'dataset', g.dataset, g.scope, null::uuid, g.id, g.valid_from, g.valid_to
from access.data_grant g
where g.body is null;

-- The tree at a moment.
create function access.jurisdiction_in_force(moment timestamptz) returns table (code text, parent text)
language sql stable as $$
    select j.code, j.parent from region.jurisdiction j
    where j.valid_from <= moment and (j.valid_to is null or j.valid_to > moment)
$$;

-- A scope and everything below it; '*' is above the roots of the tree. UNION, not UNION ALL: a ring in the tree ends
-- instead of turning for ever.
create function access.below(scope text, moment timestamptz) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive reached (code) as (
        select j.code from access.jurisdiction_in_force(moment) j where j.code = scope
        union
        select j.code from access.jurisdiction_in_force(moment) j join reached r on j.parent = r.code
    )
    select code from reached where scope <> '*'
    union all
    select j.code from access.jurisdiction_in_force(moment) j where scope = '*'
    union all
    select '*' where scope = '*'
$$;

-- The scopes that cover a jurisdiction: itself, what is above it, and everywhere.
create function access.above(jurisdiction text, moment timestamptz) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive reached (code, parent) as (
        select j.code, j.parent from access.jurisdiction_in_force(moment) j where j.code = jurisdiction
        union
        select j.code, j.parent from access.jurisdiction_in_force(moment) j join reached r on j.code = r.parent
    )
    select code from reached
    union all
    select '*' where jurisdiction = '*' or exists (select from reached)
$$;

-- What a person (null: the public) may do or see at a moment, jurisdiction by jurisdiction; through an API key, only
-- what the key is good for as well. A null word asks for all of them.
create function access.entitlement_of(
    asked_person uuid, asked_key uuid, asked_kind text, asked_word text, moment timestamptz)
returns table (kind text, word text, jurisdiction text, scope text, seat uuid, basis uuid, valid_from timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with held as materialized (
        select h.* from access.holding h
        where (h.person = asked_person or h.person is null)
          and (asked_kind is null or h.kind = asked_kind)
          and (asked_word is null or h.word = asked_word)
          and h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
    ),
    reach as materialized (
        select s.scope, b.code from (select distinct scope from held) s, lateral access.below(s.scope, moment) b (code)
    ),
    api_key as materialized (
        select k.words, array(select access.below(k.scope, moment)) as codes from access.api_key k
        where k.id = asked_key and k.person = asked_person
          and k.revoked_at is null and k.created_at <= moment and k.expires_at > moment
    )
    select h.kind, h.word, r.code, h.scope, h.seat, h.basis, h.valid_from
    from held h join reach r on r.scope = h.scope
    where asked_key is null
       or exists (select from api_key k where h.word = any (k.words) and r.code = any (k.codes))
$$;

-- Who holds an act or a dataset over a jurisdiction at a moment; person null: everybody.
create function access.entitlement_over(asked_jurisdiction text, asked_kind text, asked_word text, moment timestamptz)
returns table (person uuid, kind text, word text, scope text, seat uuid, basis uuid, valid_from timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select h.person, h.kind, h.word, h.scope, h.seat, h.basis, h.valid_from
    from access.holding h
    where h.scope = any (array(select access.above(asked_jurisdiction, moment)))
      and h.kind = asked_kind
      and h.word = asked_word
      and h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
$$;

-- The API key by which this connection's person asks, set beside airshed.person.
create function access.key() returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
    select nullif(current_setting('airshed.key', true), '')::uuid
$$;

-- The jurisdictions whose rows of a dataset this connection's person may see. The policy of every table calls it once
-- per query: using (jurisdiction = any ((select rights.sees('…'))::text[])).
create or replace function rights.sees(dataset text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct e.jurisdiction), '{}')
    from access.entitlement_of(rights.person(), access.key(), 'dataset', sees.dataset, now()) e
$$;

-- The jurisdictions over which this connection's person may perform an act.
create function access.may(act text) returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct e.jurisdiction), '{}')
    from access.entitlement_of(rights.person(), access.key(), 'act', may.act, now()) e
$$;

-- A right with all that is needed to say why it is held.
create view access.right_told as
select h.person, h.kind, h.word, h.scope, h.seat, h.basis, h.valid_from, h.valid_to,
       p.login, p.zh_name as person_zh, p.en_name as person_en, p.jurisdiction as person_jurisdiction,
       b.code as body, b.zh_name as body_zh, b.en_name as body_en,
       s.role, r.zh_name as role_zh, r.en_name as role_en,
       coalesce(m.source, g.source) as source, coalesce(m.valid_from, g.valid_from) as basis_from
from access.holding h
left join access.person p on p.id = h.person
left join access.seat s on s.id = h.seat
left join access.body b on b.id = s.body
left join access.body_role r on r.body = s.body and r.role = s.role
left join access.mandate m on m.id = h.basis and h.kind = 'act'
left join access.data_grant g on g.id = h.basis and h.kind = 'dataset';

-- What may this person do or see, and why? Answered about oneself, and to those who may see, or who manage, people of the
-- person's jurisdiction.
create function access.rights_of(asked_person uuid, moment timestamptz) returns setof access.right_told
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select t.* from access.right_told t
    where (t.person = asked_person or t.person is null)
      and t.valid_from <= moment and (t.valid_to is null or t.valid_to > moment)
      and exists (
          select from access.person p
          where p.id = asked_person
            and (p.id = rights.person()
                 or p.jurisdiction = any (rights.sees('access.people'))
                 or p.jurisdiction = any (access.may('access.people.manage'))))
    order by t.kind, t.word, t.scope, t.basis, t.seat
$$;

-- Who may do this, or see this, here, and why? Names those whom the asker may see, in the order of basis and seat,
-- after the pair given.
create function access.rights_over(
    asked_jurisdiction text, asked_kind text, asked_word text, moment timestamptz,
    after_basis uuid, after_seat uuid, most integer)
returns setof access.right_told
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select t.* from access.right_told t
    where t.scope = any (array(select access.above(asked_jurisdiction, moment)))
      and t.kind = asked_kind
      and t.word = asked_word
      and t.valid_from <= moment and (t.valid_to is null or t.valid_to > moment)
      and (t.person is null or t.person = rights.person()
           or t.person_jurisdiction = any ((select rights.sees('access.people'))::text[])
           or t.person_jurisdiction = any ((select access.may('access.people.manage'))::text[]))
      and (after_basis is null
           or (t.basis, coalesce(t.seat, '00000000-0000-0000-0000-000000000000'))
              > (after_basis, coalesce(after_seat, '00000000-0000-0000-0000-000000000000')))
    order by t.basis, coalesce(t.seat, '00000000-0000-0000-0000-000000000000')
    limit most
$$;
