-- Files taken away: who asked for what, when, and what came of it. A row is never deleted: it is the record of data that
-- left. No jurisdiction owns an export; it belongs to the person who asked, and what is in it is read under that person's
-- own sight. No act of the register: an act needs a mandate, and seeing needs a grant only (decision 0091).
create table export (
    id            uuid primary key,
    person        uuid not null,
    key           uuid,                          -- the API key it was asked with: it never opens more than the key
    table_name    text not null check (table_name in ('readings', 'station-days', 'city-days')),
    format        text not null check (format in ('csv', 'geojson', 'parquet', 'xlsx')),
    cities        text[] not null,
    stations      text[] not null,
    pollutants    text[] not null check (cardinality(pollutants) > 0),
    first_day     date not null,
    last_day      date not null check (last_day >= first_day),
    flags         boolean not null,
    asked_at      timestamptz not null default now(),
    rows_expected bigint not null,
    state         text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt       int not null default 0,
    heartbeat     timestamptz,                   -- of who is writing it; old: they died
    started_at    timestamptz,
    looked_at     bigint not null default 0,
    rows          bigint not null default 0,
    ended_at      timestamptz,
    places        text[] not null default '{}',  -- whose rows are in the file
    bytes         bigint,
    sha256        text check (sha256 ~ '^[0-9a-f]{64}$'),
    synthetic     boolean,
    notes         jsonb,
    reason        text,                          -- code and arguments of a failure
    arguments     jsonb,
    expires_at    timestamptz,
    removed_at    timestamptz,                   -- when its file went
    hidden        boolean not null default false,
    check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null)),
    check ((state = 'done') = (sha256 is not null and bytes is not null and expires_at is not null)),
    check ((state = 'failed') = (reason is not null))
);
create index export_of_person on export (person, asked_at desc, id desc);
create index export_waiting on export (asked_at) where state in ('queued', 'running');
create index export_on_disk on export (expires_at) where state = 'done' and removed_at is null;

-- Each time a file left.
create table departure (
    export uuid not null references export,
    person uuid not null,
    key    uuid,
    at     timestamptz not null default now()
);
create index departure_of_export on departure (export, at);

-- The platform writes the files; everybody else has their own only.
create function platform() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
    select rights.person() = '00000000-0000-7000-8000-000000000001'::uuid
$$;
alter table export enable row level security;
alter table export force row level security;
create policy own on export for select using (person = (select rights.person()) or (select sharing.platform()));
create policy asking on export for insert with check (person = (select rights.person()) and state = 'queued');
create policy own_ends on export for update
    using (person = (select rights.person())) with check (state in ('cancelled', 'done', 'failed'));
create policy platform_writes on export for update using ((select sharing.platform()));
alter table departure enable row level security;
alter table departure force row level security;
create policy own on departure for select using (person = (select rights.person()) or (select sharing.platform()));
create policy fetching on departure for insert with check (person = (select rights.person()));

-- What an ended export was stays so.
create function stands() returns trigger language plpgsql as $$
begin
    if old.state in ('done', 'failed', 'cancelled')
            and to_jsonb(new) - 'removed_at' - 'hidden' is distinct from to_jsonb(old) - 'removed_at' - 'hidden' then
        raise exception 'export % has ended and stands', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger stands before update on export for each row execute function stands();
revoke update, delete, truncate on export, departure from ${app};
grant update (rows_expected, state, attempt, heartbeat, started_at, looked_at, rows, ended_at, places, bytes, sha256, synthetic, notes,
              reason, arguments, expires_at, removed_at, hidden) on export to ${app};
