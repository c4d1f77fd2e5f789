-- People, bodies, seats, mandates and data grants, and the one predicate over them.
--
-- Nothing here is ever deleted: a right ends by its valid_to. Periods are half-open, [valid_from, valid_to).
-- A scope is the code of a jurisdiction and means it and everything below it, or '*': every jurisdiction there is.
-- Words ('access.people.manage', 'air.published') are the codes of room rights; the database does not list them.

create table access.person (
    id            uuid primary key,
    login         text not null unique check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._@+-]{0,99}$'),
    zh_name       text not null,
    en_name       text not null,
    email         text check (email = lower(email)),
    jurisdiction  text not null,               -- whose staff the person is; '*': nobody's, the platform's own
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz,
    demonstration boolean not null default false,
    human         boolean not null default true -- false: the platform itself, which never signs in
);
create index person_jurisdiction on access.person (jurisdiction, id);
create unique index person_email on access.person (email) where email is not null;

-- Apart from the person, so that whoever may read people never reads a hash.
create table access.credential (
    person      uuid primary key references access.person,
    hash        text not null,                 -- Argon2id, with its parameters
    must_change boolean not null,
    changed_at  timestamptz not null default now()
);

create table access.federated_identity (
    issuer  text not null,
    subject text not null,
    person  uuid not null references access.person,
    linked_at timestamptz not null default now(),
    primary key (issuer, subject)
);
create index federated_identity_person on access.federated_identity (person);

create table access.body (
    id           uuid primary key,
    code         text not null unique check (code ~ '^[a-z0-9][a-z0-9.-]{0,63}$'),
    zh_name      text not null,
    en_name      text not null,
    kind         text not null,
    jurisdiction text not null,
    valid_from   timestamptz not null,
    valid_to     timestamptz check (valid_to >= valid_from),
    unique (id, jurisdiction)
);

create table access.body_role (
    body    uuid not null references access.body,
    role    text not null check (role ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    zh_name text not null,
    en_name text not null,
    primary key (body, role)
);

create table access.seat (
    id         uuid primary key,
    person     uuid not null references access.person,
    body       uuid not null,
    role       text not null,
    jurisdiction text not null,                -- the body's
    deputy_of  uuid references access.seat,    -- whom the holder stands in for
    valid_from timestamptz not null,
    valid_to   timestamptz check (valid_to >= valid_from),
    foreign key (body, role) references access.body_role,
    foreign key (body, jurisdiction) references access.body (id, jurisdiction)
);
create index seat_person on access.seat (person);
create index seat_body_role on access.seat (body, role);

create table access.mandate (
    id         uuid primary key,
    body       uuid not null,
    role       text not null,
    act        text not null,
    scope      text not null,
    source     text not null,                  -- the text that gives it: an agreement's article, a resolution
    valid_from timestamptz not null,
    valid_to   timestamptz check (valid_to >= valid_from),
    foreign key (body, role) references access.body_role
);
create index mandate_body_role on access.mandate (body, role, act);
create index mandate_act_scope on access.mandate (act, scope);
create index mandate_scope on access.mandate (scope);

create table access.data_grant (
    id         uuid primary key,
    body       uuid references access.body,    -- null: the public
    dataset    text not null,
    scope      text not null,
    source     text not null,
    valid_from timestamptz not null,
    valid_to   timestamptz check (valid_to >= valid_from)
);
create index data_grant_body on access.data_grant (body, dataset);
create index data_grant_dataset_scope on access.data_grant (dataset, scope);
create index data_grant_scope on access.data_grant (scope);

create table access.api_key (
    id         uuid primary key,
    person     uuid not null references access.person,
    name       text not null,
    prefix     text not null,                  -- the first letters, to recognise a key by
    hash       bytea not null unique,          -- SHA-256 of 256 random bits: nothing to guess, no salt needed
    words      text[] not null,                -- the acts and datasets it is good for
    scope      text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_key_person on access.api_key (person);

-- Failed sign-ins by login ('login:…', known or not) and by address ('address:…').
create table access.sign_in_failure (
    subject      text primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index sign_in_failure_last on access.sign_in_failure (last_at);
