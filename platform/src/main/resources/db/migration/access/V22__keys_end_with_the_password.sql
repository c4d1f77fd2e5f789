-- A password reset takes an account back from whoever holds it, and disabling closes it: neither leaves its keys alive.
create function access.revoke_keys() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_table_name = 'person' then
        update access.api_key k set revoked_at = now() where k.person = new.id and k.revoked_at is null;
    else
        update access.api_key k set revoked_at = now() where k.person = new.person and k.revoked_at is null;
    end if;
    return null;
end
$$;
create trigger keys_end_when_disabled after update of disabled_at on access.person
    for each row when (new.disabled_at is not null) execute function access.revoke_keys();
create trigger keys_end_when_reset after insert or update on access.credential
    for each row when (new.must_change) execute function access.revoke_keys();
