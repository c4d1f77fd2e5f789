-- What should have stood where a reject stands, as code and arguments, so that it is said in the reader's language. Rows from
-- before keep their sentence only. Policies and grants of the table hold for the new columns as they do for the others.
alter table import_reject
    add column expected_code text check (expected_code ~ '^[a-z0-9-]{1,40}$'),
    add column expected_arguments jsonb check (jsonb_typeof(expected_arguments) = 'object'),
    add check (num_nulls(expected_code, expected_arguments) in (0, 2));
