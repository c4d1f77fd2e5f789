-- The tables Spring Session keeps sessions in, in its own words.
create table access.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,      -- ms since 1970
    last_access_time      bigint not null,      -- ms since 1970
    max_inactive_interval integer not null,     -- s
    expiry_time           bigint not null,      -- ms since 1970
    principal_name        varchar(100)          -- the person's id
);
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);

create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
