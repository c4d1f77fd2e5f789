-- PostgreSQL lets everybody execute a new function; these read past row-level security. Decision 0046.
revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to ${app};
