-- City days in plain SQL over the raw rows, independent of the Java: exact whole numbers over a common denominator
-- (1 062 600 is a multiple of 6..8 and 20..25, the hours a daily value is divided by).
with raw as materialized (
    select station, hour_end, so2, no2, co, o3, pm10, pm2_5 from observation.reading_now
), grid as materialized (
    -- every hour of every station, also those without a row: a window may end in one
    select s.jurisdiction, s.number as station, t.hour_end
    from observation.station s, (select generate_series(min(hour_end), max(hour_end), interval '1 hour') as hour_end
                                 from observation.reading) t
), hours as (
    select g.jurisdiction, g.station, g.hour_end,
           ((g.hour_end - interval '1 second') at time zone 'Asia/Shanghai')::date as day,
           extract(hour from g.hour_end at time zone 'Asia/Shanghai')::int as label,
           n.so2, n.no2, n.co, n.o3, n.pm10, n.pm2_5
    from grid g left join raw n on n.station = g.station and n.hour_end = g.hour_end
), eight as (
    select jurisdiction, station, day, label,
           sum(o3) over w as total, count(o3) over w as hours
    from hours
    window w as (partition by station order by hour_end range between interval '7 hours' preceding and current row)
), ozone as (
    select distinct on (jurisdiction, station, day) jurisdiction, station, day, total, hours,
           count(*) over (partition by station, day) as windows
    from eight where hours >= 6 and (label >= 8 or label = 0)
    order by jurisdiction, station, day, total::numeric / hours desc
), station_value as (
    select jurisdiction, station, day, p.pollutant, p.total, p.hours
    from (select jurisdiction, station, day,
                 sum(so2) as so2, count(so2) as so2_n, sum(no2) as no2, count(no2) as no2_n, sum(co) as co,
                 count(co) as co_n, sum(pm10) as pm10, count(pm10) as pm10_n, sum(pm2_5) as pm2_5,
                 count(pm2_5) as pm2_5_n
          from hours group by jurisdiction, station, day) d,
         lateral (values ('so2', so2, so2_n), ('no2', no2, no2_n), ('co', co, co_n), ('pm10', pm10, pm10_n),
                         ('pm2_5', pm2_5, pm2_5_n)) as p (pollutant, total, hours)
    where p.hours >= 20
    union all
    select jurisdiction, station, day, 'o3', total, hours from ozone
    where windows >= 14 or total > 160000 * hours
), city_value as (
    select jurisdiction, day, pollutant,
           sum(total::numeric * (1062600 / hours)) as numerator,     -- thousandths over the denominator below
           1062600::numeric * count(*) as denominator, count(*) as stations
    from station_value group by jurisdiction, day, pollutant
)
select jurisdiction, day, pollutant, stations,
       -- trillionths, half to even
       (case when 2 * mod(numerator * 1000000000, denominator) > denominator
               or (2 * mod(numerator * 1000000000, denominator) = denominator
                   and mod(div(numerator * 1000000000, denominator), 2) = 1)
             then div(numerator * 1000000000, denominator) + 1
             else div(numerator * 1000000000, denominator) end)::bigint as trillionths
from city_value
