-- Days on which dust or fire, not the members' own emissions, made the air what it was. A claim with its evidence by one
-- person, a decision by another; nothing is deleted, and the statistics are shown both ways.
create table exceptional_event (
    id           uuid primary key,
    jurisdiction text not null,
    kind         text not null check (kind in ('dust', 'fire')),
    pollutants   text[] not null check (cardinality(pollutants) > 0
        and pollutants <@ array['so2', 'no2', 'co', 'o3', 'pm10', 'pm2_5']),
    first_day    date not null,
    last_day     date not null check (last_day >= first_day and last_day < first_day + 31),
    evidence     text not null check (length(evidence) between 20 and 4000),
    claimed_by   uuid not null,
    claimed_at   timestamptz not null default now(),
    claim_act    uuid not null,
    state        text not null default 'claimed' check (state in ('claimed', 'accepted', 'refused')),
    decided_by   uuid check (decided_by <> claimed_by),      -- four eyes
    decided_at   timestamptz,
    reason       text check (length(reason) between 5 and 2000),
    decision_act uuid,
    check ((state = 'claimed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (decision_act is null)),
    check ((decided_by is null) = (reason is null))
);
create index exceptional_event_of_days on exceptional_event (jurisdiction, first_day);

alter table exceptional_event enable row level security;
alter table exceptional_event force row level security;
create policy readers on exceptional_event for select using (
    jurisdiction = any ((select rights.sees('air.published'))::text[]));
create policy claimants on exceptional_event for insert with check (
    claimed_by = (select rights.person()) and state = 'claimed'
    and jurisdiction in (select unnest(access.may('evaluation.event.claim'))));
create policy deciders on exceptional_event for update
    using (state = 'claimed' and jurisdiction in (select unnest(access.may('evaluation.event.decide'))))
    with check (decided_by = (select rights.person())
                and jurisdiction in (select unnest(access.may('evaluation.event.decide'))));
revoke update, delete, truncate on exceptional_event from ${app};
grant update (state, decided_by, decided_at, reason, decision_act) on exceptional_event to ${app};
