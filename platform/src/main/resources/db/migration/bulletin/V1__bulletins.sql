-- Bulletins: drafted from figures, edited, reviewed and issued by others than who drafted them, never changed after issue.
-- A correction is a further version of the same series.
create table bulletin (
    id           uuid primary key,
    series       uuid not null,                 -- the first version's id
    version      int not null check (version > 0),
    template     text not null check (template in ('daily', 'weekly', 'monthly', 'annual')),
    period       text not null,
    places       text[] not null check (cardinality(places) > 0),
    content      jsonb not null,
    state        text not null default 'draft' check (state in ('draft', 'reviewed', 'issued', 'superseded')),
    drafted_by   uuid not null,
    drafted_at   timestamptz not null default now(),
    edited_by    uuid[] not null default '{}',  -- who wrote words of it beside who drafted it
    reviewed_by  uuid check (reviewed_by <> drafted_by),   -- four eyes
    reviewed_at  timestamptz,
    issued_by    uuid check (issued_by <> drafted_by),
    issued_at    timestamptz,
    number       text unique,
    issue_act    uuid,
    unique (series, version),
    check ((issued_at is null) = (number is null)),
    check ((issued_at is null) = (issue_act is null)),
    check (state not in ('issued', 'superseded') or issued_at is not null)
);
create index bulletin_latest on bulletin (drafted_at desc, id desc);

-- Who has read an issued bulletin and said so.
create table acknowledgement (
    bulletin uuid not null references bulletin,
    person   uuid not null,
    at       timestamptz not null default now(),
    primary key (bulletin, person)
);

-- What is issued is open to all; a draft to those who draft and issue for all its places.
alter table bulletin enable row level security;
alter table bulletin force row level security;
create policy issued on bulletin for select using (state in ('issued', 'superseded'));
create policy drafts on bulletin for select using (
    places <@ (select access.may('bulletin.draft')) or places <@ (select access.may('bulletin.issue')));
create policy drafters on bulletin for insert with check (
    drafted_by = (select rights.person()) and state = 'draft' and places <@ (select access.may('bulletin.draft')));
create policy editors on bulletin for update
    using (state = 'draft' and places <@ (select access.may('bulletin.draft')))
    with check (state = 'draft' and places <@ (select access.may('bulletin.draft')));
create policy issuers on bulletin for update
    using (state in ('draft', 'reviewed', 'issued') and places <@ (select access.may('bulletin.issue')))
    with check (places <@ (select access.may('bulletin.issue')));
alter table acknowledgement enable row level security;
alter table acknowledgement force row level security;
create policy readers on acknowledgement for select using (true);
create policy own on acknowledgement for insert with check (person = (select rights.person()));

-- An issued bulletin stands: whoever tries to change its words changes nothing.
create function stands() returns trigger language plpgsql as $$
begin
    if old.state in ('issued', 'superseded')
            and (to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' or new.state <> 'superseded') then
        raise exception 'bulletin % was issued and stands', old.number using errcode = 'check_violation';
    end if;
    if old.state <> 'draft' and new.content is distinct from old.content then
        raise exception 'bulletin % is no draft any more', old.id using errcode = 'check_violation';
    end if;
    if new.reviewed_by = any (new.edited_by) or new.issued_by = any (new.edited_by) then
        raise exception 'bulletin % cannot be passed by who wrote in it', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger stands before update on bulletin for each row execute function stands();
revoke update, delete, truncate on bulletin, acknowledgement from ${app};
grant update (content, edited_by, state, reviewed_by, reviewed_at, issued_by, issued_at, number, issue_act) on bulletin to ${app};
