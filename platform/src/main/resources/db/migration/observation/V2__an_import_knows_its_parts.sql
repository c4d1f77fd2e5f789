-- How many jurisdictions an import changed. Row-level security shows a member its own part only: without the number, whoever
-- saw one part took it for the whole and could undo the import of all by undoing its own.
alter table import_batch add column parts int not null default 0 check (parts >= 0);
alter table import_batch no force row level security;
alter table import_part no force row level security;
update import_batch b set parts = (select count(*) from import_part p where p.batch = b.number);
alter table import_batch force row level security;
alter table import_part force row level security;
grant update (parts) on import_batch to ${app};
