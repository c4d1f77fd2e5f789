package org.airshed.platform.evaluation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.airshed.engine.airquality.CompositeIndex;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.averaging.NaturalDay;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.DailyIndex;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.evaluation.StationDay;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.evaluation.web.AirDocuments.MissingDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.CityStatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DayCoverageDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.DayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.PeriodDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.PollutantDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.RankDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StationDayDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.StatisticsDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.ThenDocument;
import org.airshed.platform.evaluation.web.StatisticsDocuments.UnrankedDocument;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts days, statistics and rankings into the documents of the API, rounded once as reported. */
@Component
final class StatisticsWords {
    private static final int EXACT_DECIMALS = 6;

    private final AirWords words;

    StatisticsWords(AirWords words) {
        this.words = words;
    }

    static PeriodDocument period(Period period) {
        return new PeriodDocument(
                period.text(), period.kind().code(), period.first(), period.last(), period.days());
    }

    static DayDocument day(PlaceDays days, int at) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        Map<String, Integer> stations = new LinkedHashMap<>();
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            Pollutant pollutant = Readings.POLLUTANTS.get(column);
            values.put(
                    pollutant.code(),
                    reported(pollutant, days.column(pollutant).value_trillionths(at)));
            stations.put(pollutant.code(), days.valid(at, column));
        }
        OptionalInt aqi = days.aqi(at);
        return new DayDocument(
                days.firstDay().plusDays(at),
                AirWords.boxed(aqi),
                level(aqi),
                days.primary(at).stream().map(Pollutant::code).toList(),
                values,
                stations,
                days.expected(at));
    }

    static StationDayDocument day(StationDay day, ZoneId zone) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        Map<String, @Nullable Integer> indices = new LinkedHashMap<>();
        Map<String, Integer> hours = new LinkedHashMap<>();
        DailyIndex index =
                DailyIndex.of(
                        day.day(),
                        day.values_trillionths().stream().mapToLong(Long::longValue).toArray());
        for (int column = 0; column < Readings.POLLUTANTS.size(); column++) {
            Pollutant pollutant = Readings.POLLUTANTS.get(column);
            values.put(pollutant.code(), reported(pollutant, day.values_trillionths().get(column)));
            indices.put(pollutant.code(), index.individual().get(pollutant));
            hours.put(pollutant.code(), day.hours().get(column));
        }
        return new StationDayDocument(
                day.day(),
                index.standard().orElse(null),
                AirWords.boxed(index.aqi()),
                level(index.aqi()),
                index.primary().stream().map(Pollutant::code).toList(),
                values,
                indices,
                hours,
                new NaturalDay(day.day(), zone).hours());
    }

    private static @Nullable BigDecimal reported(Pollutant pollutant, long value_trillionths) {
        return value_trillionths == Trillionths.ABSENT
                ? null
                : Trillionths.halfToEven(value_trillionths, Reported.decimals(pollutant));
    }

    private static @Nullable Integer level(OptionalInt aqi) {
        return aqi.isPresent() ? Hj633.scale().level(aqi.getAsInt()).rank() : null;
    }

    CityStatisticsDocument city(Statistics.Both both) {
        return new CityStatisticsDocument(
                both.raw().place().value(),
                words.name(both.raw().place()),
                statistics(both.raw()),
                statistics(both.adjusted()),
                both.adjusted().eventsRemoved());
    }

    StatisticsDocument statistics(PlaceStatistics place) {
        int most =
                place.pollutants().stream()
                        .mapToInt(PlaceStatistics.OfPollutant::validDays)
                        .max()
                        .orElse(0);
        var index = place.index();
        Map<String, Integer> primary = new LinkedHashMap<>();
        Readings.POLLUTANTS.forEach(pollutant ->
                primary.put(pollutant.code(), index.perPrimary().getOrDefault(pollutant, 0)));
        return new StatisticsDocument(
                place.complete(),
                new DayCoverageDocument(
                        place.period().days(), most, percent(most, place.period().days())),
                place.pollutants().stream().map(StatisticsWords::pollutant).toList(),
                index.attained(),
                index.days() == 0 ? null : percent(index.attained(), index.days()),
                index.perLevel(),
                primary,
                Reported.composite(place).orElse(null));
    }

    private static PollutantDocument pollutant(PlaceStatistics.OfPollutant line) {
        int decimals = Reported.decimals(line.pollutant());
        return new PollutantDocument(
                line.pollutant().code(),
                line.pollutant() == Pollutant.CO ? "mg/m3" : "ug/m3",
                rounded(line.mean(), decimals),
                rounded(line.mean(), EXACT_DECIMALS),
                line.percentile().percent(),
                rounded(line.atPercentile(), decimals),
                line.validDays(),
                line.neededDays(),
                line.complete(),
                line.exceedingDays(),
                line.dailyLimit().orElse(null),
                line.annualLimit().orElse(null),
                rounded(line.exceedanceMultiple(), 2));
    }

    private static @Nullable BigDecimal rounded(Optional<Rational> value, int decimals) {
        return value.map(exact -> exact.halfToEven(decimals)).orElse(null);
    }

    RankDocument rank(Ranking.Place place, Ranking previous, Ranking yearBefore) {
        PlaceStatistics now = place.statistics();
        Map<String, BigDecimal> singles = new LinkedHashMap<>();
        if (now.composite() instanceof CompositeIndex.Result.Value value) {
            Readings.POLLUTANTS.forEach(pollutant -> {
                Rational single = value.singles().get(pollutant);
                if (single != null) {
                    singles.put(pollutant.code(), single.halfToEven(2));
                }
            });
        }
        return new RankDocument(
                place.rank(),
                now.station().orElse(null),
                now.place().value(),
                words.name(now.place()),
                statistics(now),
                singles,
                then(now, previous),
                then(now, yearBefore));
    }

    private static @Nullable ThenDocument then(PlaceStatistics now, Ranking other) {
        return other.find(now)
                .map(place -> {
                    BigDecimal before = Reported.composite(place.statistics()).orElse(null);
                    BigDecimal after = Reported.composite(now).orElse(null);
                    return new ThenDocument(place.rank(), before, change(before, after));
                })
                .orElse(null);
    }

    private static @Nullable BigDecimal change(
            @Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null || before.signum() == 0
                ? null
                : after.subtract(before)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before, 1, RoundingMode.HALF_EVEN);
    }

    UnrankedDocument unranked(PlaceStatistics place) {
        String code =
                place.composite() instanceof CompositeIndex.Result.Missing
                        ? "pollutant-missing"
                        : "too-few-days";
        BilingualText why = words.bilingual("evaluation.unranked." + code);
        return new UnrankedDocument(
                place.station().orElse(null),
                place.place().value(),
                words.name(place.place()),
                new MissingDocument(code, why.zh(), why.en()),
                statistics(place));
    }

    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    }
}
