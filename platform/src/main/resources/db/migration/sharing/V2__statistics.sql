-- Statistics of a period can be taken away as files too: a row per place, pollutant and way to count the days.
alter table export drop constraint export_table_name_check;
alter table export add constraint export_table_name_check check (
    table_name in ('readings', 'station-days', 'city-days', 'station-statistics', 'city-statistics'));
