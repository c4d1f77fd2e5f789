-- What the platform stands on: its body, its system seat and system mandates, what it sees, and the last administrator's
-- seat or mandate of a kind. Without them nobody could give any right again, and no job could act.
create function access.must_stay(what text, asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select case what
        when 'body' then exists (select from access.body b where b.id = asked and b.code = 'platform')
        when 'seat' then exists (
            select from access.seat s join access.body b on b.id = s.body and b.code = 'platform'
            where s.id = asked
              and (s.role = 'system'
                   or (s.role = 'administrator' and not exists (
                       select from access.seat other join access.person p on p.id = other.person
                       where other.body = s.body and other.role = s.role and other.id <> s.id
                         and p.human and p.disabled_at is null
                         and other.valid_from <= now() and other.valid_to is null))))
        when 'mandate' then exists (
            select from access.mandate m join access.body b on b.id = m.body and b.code = 'platform'
            where m.id = asked
              and (m.role = 'system'
                   or (m.role = 'administrator' and m.scope = '*' and not exists (
                       select from access.mandate other
                       where other.body = m.body and other.role = m.role and other.id <> m.id
                         and other.act = m.act and other.scope = '*'
                         and other.valid_from <= now() and other.valid_to is null))))
        when 'data_grant' then exists (
            select from access.data_grant g join access.body b on b.id = g.body and b.code = 'platform'
            where g.id = asked and g.source = 'installation')
    end
$$;
