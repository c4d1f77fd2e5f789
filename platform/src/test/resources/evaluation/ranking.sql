-- The composite index of a month in plain SQL over city days, exact: means of four pollutants over their annual limits,
-- the 95th percentile of CO and the 90th of ozone over their daily ones (class 2, GB 3095-2026 transition).
with valued as (
    select d.jurisdiction, p.pollutant, p.value::numeric as value
    from evaluation.city_day d, lateral (values ('so2', d.so2), ('no2', d.no2), ('co', d.co), ('o3', d.o3),
        ('pm10', d.pm10), ('pm2_5', d.pm2_5)) as p (pollutant, value)
    where d.day between :first and :last and p.value is not null
), ordered as (
    select jurisdiction, pollutant, value, row_number() over w as place, count(*) over (partition by jurisdiction, pollutant) as n
    from valued window w as (partition by jurisdiction, pollutant order by value)
), statistic as (
    select jurisdiction, pollutant, sum(value) / count(*) as statistic, count(*) as days from valued
    where pollutant not in ('co', 'o3') group by jurisdiction, pollutant
    union all
    -- k = 1 + (n - 1) p in hundredths; between two values the share of the way
    select jurisdiction, pollutant,
           max(value) filter (where place = 1 + (n - 1) * q / 100)
           + (coalesce(max(value) filter (where place = 2 + (n - 1) * q / 100), 0)
              - max(value) filter (where place = 1 + (n - 1) * q / 100))
             * case when (n - 1) * q % 100 = 0 then 0 else ((n - 1) * q % 100) / 100.0 end,
           n
    from (select *, case pollutant when 'co' then 95 else 90 end as q from ordered where pollutant in ('co', 'o3')) o
    group by jurisdiction, pollutant, n, q
), singled as (
    select jurisdiction, pollutant, days, statistic / 1000000000000
           / (case pollutant when 'so2' then :so2 when 'no2' then :no2 when 'co' then :co when 'o3' then :o3
              when 'pm10' then :pm10 else :pm2_5 end)::numeric as single
    from statistic
)
select jurisdiction, sum(single) as composite, min(days) as days from singled
group by jurisdiction having count(*) = 6 and min(days) >= 27
order by composite
