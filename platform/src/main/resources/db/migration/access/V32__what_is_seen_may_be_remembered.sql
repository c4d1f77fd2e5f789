-- Counts the transactions that changed what anybody may do or see, so that whoever remembers an answer knows when it is
-- stale: asking the count is twenty times cheaper than asking the predicate. The count moves in the transaction of the
-- change itself: who reads the new count reads the new rights.
create table access.rights_count (
    one     boolean primary key default true check (one),
    changes bigint not null
);
insert into access.rights_count (changes) values (0);
revoke insert, update, delete, truncate on access.rights_count from ${app};

create function access.count_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update access.rights_count set changes = changes + 1;
    return null;
end
$$;
revoke execute on function access.count_change() from public;

-- Every table the predicate reads; of people and keys only the columns it reads, as the use of a key is noted in it.
create trigger counted after insert or delete or truncate or update of disabled_at, jurisdiction on access.person
    for each statement execute function access.count_change();
create trigger counted after insert or delete or truncate or update of person, words, scope, created_at, expires_at, revoked_at
    on access.api_key for each statement execute function access.count_change();
create trigger counted after insert or update or delete or truncate on access.body
    for each statement execute function access.count_change();
create trigger counted after insert or update or delete or truncate on access.seat
    for each statement execute function access.count_change();
create trigger counted after insert or update or delete or truncate on access.mandate
    for each statement execute function access.count_change();
create trigger counted after insert or update or delete or truncate on access.data_grant
    for each statement execute function access.count_change();
create trigger counted after insert or update or delete or truncate on region.jurisdiction
    for each statement execute function access.count_change();

-- The first moment after this one at which a right begins or ends by itself.
create function access.next_turn(moment timestamptz) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select min(t.turn) from (
        select valid_from as turn from access.seat union all select valid_to from access.seat
        union all select valid_from from access.body union all select valid_to from access.body
        union all select valid_from from access.mandate union all select valid_to from access.mandate
        union all select valid_from from access.data_grant union all select valid_to from access.data_grant
        union all select valid_from from region.jurisdiction union all select valid_to from region.jurisdiction
        union all select disabled_at from access.person
        union all select created_at from access.api_key union all select expires_at from access.api_key
    ) t where t.turn > moment
$$;
revoke execute on function access.next_turn(timestamptz) from public;
grant execute on function access.next_turn(timestamptz) to ${app};

-- As in V2, with the tree walked once for all scopes instead of by a function for each: every policy waits for this.
create or replace function access.entitlement_of(
    asked_person uuid, asked_key uuid, asked_kind text, asked_word text, moment timestamptz)
returns table (kind text, word text, jurisdiction text, scope text, seat uuid, basis uuid, valid_from timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive held as materialized (
        select h.* from access.holding h
        where (h.person = asked_person or h.person is null)
          and (asked_kind is null or h.kind = asked_kind)
          and (asked_word is null or h.word = asked_word)
          and h.valid_from <= moment and (h.valid_to is null or h.valid_to > moment)
    ),
    tree as materialized (
        select j.code, j.parent from region.jurisdiction j
        where j.valid_from <= moment and (j.valid_to is null or j.valid_to > moment)
    ),
    below (scope, code) as ( -- union: a ring in the tree ends
        select s.scope, t.code from (select distinct h.scope from held h where h.scope <> '*') s
        join tree t on t.code = s.scope
        union
        select b.scope, t.code from below b join tree t on t.parent = b.code
    ),
    reach as materialized (
        select b.scope, b.code from below b
        union all
        select '*', e.code from (select t.code from tree t union all select '*') e
        where exists (select from held h where h.scope = '*')
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
