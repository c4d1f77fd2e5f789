-- The tree of jurisdictions. Periods are half-open, [valid_from, valid_to). No row-level security: everybody may know it.
create table jurisdiction (
    code       text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$'),
    parent     text references jurisdiction deferrable initially deferred check (parent <> code),
    level      text not null check (level in ('country', 'province', 'municipality', 'prefecture', 'county')),
    zh_name    text not null,
    en_name    text not null,
    zone       text not null,                 -- IANA time zone id
    valid_from timestamptz not null,
    valid_to   timestamptz check (valid_to > valid_from),
    source     text not null
);
create index jurisdiction_of_parent on jurisdiction (parent);
create index jurisdiction_by_name on jurisdiction (zh_name);

-- The agreements by which jurisdictions act together.
create table compact (
    code       text primary key check (code ~ '^[a-z0-9][a-z0-9.-]{0,63}$'),
    zh_name    text not null,
    en_name    text not null,
    kind       text not null check (kind in ('agreement', 'demonstration')),
    valid_from timestamptz not null,
    valid_to   timestamptz check (valid_to > valid_from),
    source     text not null
);
create table compact_member (
    compact      text not null references compact,
    jurisdiction text not null references jurisdiction,
    valid_from   timestamptz not null,
    valid_to     timestamptz check (valid_to > valid_from),
    primary key (compact, jurisdiction, valid_from)
);

-- Boundaries come in sets: one source, one licence, one map approval number (审图号).
create table boundary_set (
    id              uuid primary key default uuidv7(),
    source          text not null,
    licence         text not null,
    approval_number text,                     -- null: the source states none
    version         text not null,
    sha256          text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    imported_at     timestamptz not null default now()
);
create table boundary (
    boundary_set uuid not null references boundary_set,
    jurisdiction text not null references jurisdiction,
    geometry     jsonb not null,              -- GeoJSON (RFC 7946): Polygon or MultiPolygon
    primary key (boundary_set, jurisdiction)
);

-- Resident populations. A correction is a further revision; what was said before stays.
create table population (
    jurisdiction text not null references jurisdiction,
    counted_on   date not null,
    source       text not null check (source <> ''),
    revision     int not null check (revision > 0),
    residents    bigint not null check (residents > 0), -- persons
    recorded_at  timestamptz not null default now(),
    primary key (jurisdiction, counted_on, source, revision)
);

-- Who is a member, where it lies and how many live there is open to all by its nature; the policies say so. What may be
-- written where is checked against the actor's mandate before, and recorded by the notary.
alter table compact_member enable row level security;
alter table compact_member force row level security;
create policy open_to_all on compact_member for select using (true);
create policy entered on compact_member for insert with check (rights.person() is not null);
alter table boundary enable row level security;
alter table boundary force row level security;
create policy open_to_all on boundary for select using (true);
create policy entered on boundary for insert with check (rights.person() is not null);
alter table population enable row level security;
alter table population force row level security;
create policy open_to_all on population for select using (true);
create policy entered on population for insert with check (rights.person() is not null);

revoke update, delete, truncate on population, boundary, boundary_set from ${app};
revoke delete, truncate on jurisdiction, compact, compact_member from ${app};
