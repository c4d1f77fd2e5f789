-- The register of official acts. A row is written in the transaction of the act itself: both stand or neither does.
create table act (
    id           uuid primary key,                 -- version 7: in the order of recording
    at           timestamptz not null,
    actor        uuid not null,
    actor_kind   text not null check (actor_kind in ('person', 'api-key', 'platform')),
    mandate      uuid not null,
    kind         text not null,                    -- the code of rights.ActKind
    jurisdiction text not null,                    -- the code the act was over; '*': every jurisdiction
    subject      text not null,                    -- what was changed: 'region.compact/bth-2026'
    summary      text not null,                    -- the code of the sentence that says it
    arguments    jsonb not null,                   -- what the sentence names
    content      text not null,                    -- canonical JSON (RFC 8785)
    content_hash bytea not null check (content_hash = sha256(convert_to(content, 'UTF8'))),
    request_id   text,                             -- null outside a request
    sequence     bigint unique                     -- place in the Merkle tree; null until sequenced (issue E)
);
create index act_newest_first on act (at desc, id desc);
create index act_of_jurisdiction on act (jurisdiction, at desc, id desc);
create index act_of_subject on act (subject, at desc, id desc);
create index act_waiting on act (at, id) where sequence is null;

alter table act enable row level security;
alter table act force row level security;
create policy readers on act for select
    using (jurisdiction = any ((select rights.sees('notary.acts'))::text[]));
-- Nobody records an act in another's name.
create policy actors on act for insert
    with check (actor = (select rights.person()));

revoke update, delete, truncate on act from ${app};

-- The owner of the tables cannot rewrite the register by accident either: only the place in the tree is entered, once.
create function act_stands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.sequence is null
       and to_jsonb(new) - 'sequence' = to_jsonb(old) - 'sequence' then
        return new;
    end if;
    raise exception 'the register of acts is append-only: % refused', lower(tg_op);
end $$;
create trigger act_stands before update or delete on act for each row execute function act_stands();
create trigger act_is_never_emptied before truncate on act for each statement execute function act_stands();
