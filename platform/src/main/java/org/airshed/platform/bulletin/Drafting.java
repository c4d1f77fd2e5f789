package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.bulletin.Content.Bar;
import org.airshed.platform.bulletin.Content.CellValue;
import org.airshed.platform.bulletin.Content.Chart;
import org.airshed.platform.bulletin.Content.ColumnHead;
import org.airshed.platform.bulletin.Content.Figure;
import org.airshed.platform.bulletin.Content.Section;
import org.airshed.platform.bulletin.Content.Table;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceStatistics;
import org.airshed.platform.evaluation.Ranking;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;

/**
 * Fills the template of a week, month or year: figures from rankings, the standard words around
 * them, the table of cities and the bars of their composite index. A pure function of its
 * arguments. The region's figures are made of the cities that have the days their period needs, and
 * say of how many; means of the cities' statistics are printed to one decimal more than a city's.
 */
final class Drafting {
    /** The order in which a bulletin's table lists the pollutants. */
    static final List<Pollutant> PRINTED =
            List.of(
                    Pollutant.PM2_5,
                    Pollutant.PM10,
                    Pollutant.SO2,
                    Pollutant.NO2,
                    Pollutant.CO,
                    Pollutant.O3);

    private static final int SHOWN_BEST = 5;

    private final Words words;
    private final Function<JurisdictionCode, BilingualText> names;
    private final Origin origin;

    Drafting(Words words, Function<JurisdictionCode, BilingualText> names, Origin origin) {
        this.words = words;
        this.names = names;
        this.origin = origin;
    }

    /** The rankings a bulletin is made of, of all days; and the present one without events. */
    record Rankings(Ranking now, Ranking withoutEvents, Ranking previous, Ranking yearBefore) {}

    Content ofPeriod(Template template, Rankings rankings) {
        return new Content(
                title(template, rankings.now().period()),
                figures(rankings),
                sections(template),
                table(rankings),
                chart(rankings.now()),
                new BilingualText(origin.zh(), origin.en()),
                origin.synthetic());
    }

    BilingualText title(Template template, Period period) {
        return both("bulletin." + template.code() + ".title", periodWords(period));
    }

    /** A period as people write it. */
    Map<String, BilingualText> periodWords(Period period) {
        String zh =
                switch (period.kind()) {
                    case MONTH ->
                            "%d年%d月"
                                    .formatted(
                                            period.first().getYear(),
                                            period.first().getMonthValue());
                    case YEAR -> "%d年".formatted(period.first().getYear());
                    case DAY, WEEK, QUARTER, SPAN -> chineseDays(period);
                };
        String en =
                switch (period.kind()) {
                    case MONTH, YEAR -> period.text();
                    case DAY -> period.first().toString();
                    case WEEK, QUARTER, SPAN -> period.first() + " to " + period.last();
                };
        return Map.of("period", new BilingualText(zh, en));
    }

    private static String chineseDays(Period period) {
        String first =
                "%d年%d月%d日"
                        .formatted(
                                period.first().getYear(),
                                period.first().getMonthValue(),
                                period.first().getDayOfMonth());
        return period.days() == 1
                ? first
                : first
                        + "至%d月%d日"
                                .formatted(
                                        period.last().getMonthValue(),
                                        period.last().getDayOfMonth());
    }

    private List<Section> sections(Template template) {
        List<Section> sections = new ArrayList<>();
        for (String key : List.of("overview", "ranking", "pollutants", "notes")) {
            sections.add(
                    new Section(
                            key,
                            both("bulletin.heading." + key, Map.of()),
                            raw("bulletin." + template.code() + "." + key)
                                    .orElseGet(() -> raw("bulletin.period." + key).orElseThrow()),
                            false));
        }
        return sections;
    }

    /** A pollutant as it is printed: {@code "PM₂.₅"}. */
    static String symbol(Pollutant pollutant) {
        return switch (pollutant) {
            case PM2_5 -> "PM₂.₅";
            case PM10 -> "PM₁₀";
            case SO2 -> "SO₂";
            case NO2 -> "NO₂";
            case O3 -> "O₃";
            default -> pollutant.code().toUpperCase(Locale.ROOT);
        };
    }

    /** A template's words with their braces. */
    Optional<BilingualText> raw(String code) {
        return words.findSentence(code, Language.ZH)
                .flatMap(zh ->
                        words.findSentence(code, Language.EN).map(en -> new BilingualText(zh, en)));
    }

    BilingualText both(String code, Map<String, BilingualText> arguments) {
        Map<String, String> zh = new LinkedHashMap<>();
        Map<String, String> en = new LinkedHashMap<>();
        arguments.forEach((name, text) -> {
            zh.put(name, text.zh());
            en.put(name, text.en());
        });
        return new BilingualText(
                words.say(code, zh, Language.ZH), words.say(code, en, Language.EN));
    }

    private Map<String, Figure> figures(Rankings rankings) {
        Period period = rankings.now().period();
        Map<String, Figure> figures = new LinkedHashMap<>();
        String query = "/api/v1/air/ranking?period=" + period.text();
        periodWords(period).forEach((name, text) -> figures.put(name, new Figure(text, query, "")));
        List<PlaceStatistics> all = complete(rankings.now());
        int cities = everyone(rankings.now()).size();
        plain(figures, "cities", String.valueOf(cities), query, "");
        plain(figures, "complete", String.valueOf(all.size()), query, "GB 3095: days of a period");
        String made = ", of %d of %d cities with enough days".formatted(all.size(), cities);
        plain(figures, "ranked", String.valueOf(rankings.now().ranked().size()), query, "");
        List<PlaceStatistics> then = alike(complete(rankings.yearBefore()), all);
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            Optional<BigDecimal> mean = regional(all, pollutant);
            plain(
                    figures,
                    pollutant.code(),
                    mean.map(BigDecimal::toPlainString).orElse("–"),
                    query,
                    (Reported.usesPercentile(pollutant)
                                    ? "HJ 663, GB 3095: percentile of daily values, mean"
                                    : "HJ 663, GB 3095: mean of daily values, mean")
                            + made);
            figures.put(
                    pollutant.code() + "_year",
                    new Figure(
                            change(exact(then, pollutant), exact(alike(all, then), pollutant)),
                            "/api/v1/air/ranking?period=" + period.yearBefore().text(),
                            "year on year"));
        }
        attainment(figures, rankings, query, made);
        plain(
                figures,
                "heavy",
                String.valueOf(heavyDays(all)),
                query,
                "HJ 633: AQI above 200" + made);
        places(figures, "best", rankings.now().ranked(), query);
        places(figures, "worst", rankings.now().ranked().reversed(), query);
        return figures;
    }

    private static List<PlaceStatistics> everyone(Ranking ranking) {
        List<PlaceStatistics> all = new ArrayList<>();
        ranking.ranked().forEach(place -> all.add(place.statistics()));
        all.addAll(ranking.unranked());
        return all;
    }

    /** Those with the days such a period needs: too few days would speak for a part of it only. */
    private static List<PlaceStatistics> complete(Ranking ranking) {
        return everyone(ranking).stream().filter(PlaceStatistics::complete).toList();
    }

    private static void plain(
            Map<String, Figure> figures, String name, String text, String query, String standard) {
        figures.put(name, new Figure(new BilingualText(text, text), query, standard));
    }

    /** Those of some places that are among others too: years are compared over the same cities. */
    private static List<PlaceStatistics> alike(
            List<PlaceStatistics> some, List<PlaceStatistics> others) {
        Set<String> ids = others.stream().map(PlaceStatistics::id).collect(Collectors.toSet());
        return some.stream().filter(place -> ids.contains(place.id())).toList();
    }

    /** The mean of the cities' statistic of a pollutant, to one decimal (CO to two). */
    private static Optional<BigDecimal> regional(List<PlaceStatistics> all, Pollutant pollutant) {
        return exact(all, pollutant).map(mean -> mean.halfToEven(Reported.decimals(pollutant) + 1));
    }

    private static Optional<Rational> exact(List<PlaceStatistics> all, Pollutant pollutant) {
        List<Rational> values =
                all.stream()
                        .flatMap(place -> place.pollutants().stream())
                        .filter(line -> line.pollutant() == pollutant)
                        .flatMap(line ->
                                (Reported.usesPercentile(pollutant)
                                                ? line.atPercentile()
                                                : line.mean())
                                        .stream())
                        .toList();
        return Rational.findMean(values);
    }

    private BilingualText change(Optional<Rational> before, Optional<Rational> after) {
        if (before.isEmpty() || after.isEmpty() || before.get().signum() == 0) {
            return both("bulletin.change.none", Map.of());
        }
        BigDecimal percent =
                after.get()
                        .minus(before.get())
                        .times(Rational.of(100, 1))
                        .dividedBy(before.get())
                        .halfToEven(1);
        String amount = percent.abs().toPlainString();
        String code = percent.signum() > 0 ? "rise" : percent.signum() < 0 ? "fall" : "same";
        return both(
                "bulletin.change." + code, Map.of("percent", new BilingualText(amount, amount)));
    }

    private void attainment(
            Map<String, Figure> figures, Rankings rankings, String query, String made) {
        List<PlaceStatistics> now = complete(rankings.now());
        List<PlaceStatistics> then = alike(complete(rankings.yearBefore()), now);
        Optional<BigDecimal> raw = share(now);
        Optional<BigDecimal> adjusted = share(complete(rankings.withoutEvents()));
        Optional<BigDecimal> yearBefore = share(then);
        Optional<BigDecimal> alike = share(alike(now, then));
        String standard = "HJ 633: AQI of at most 100" + made;
        plain(
                figures,
                "attainment",
                raw.map(BigDecimal::toPlainString).orElse("–"),
                query,
                standard);
        plain(
                figures,
                "attainment_without_events",
                adjusted.map(BigDecimal::toPlainString).orElse("–"),
                query + "&withoutEvents=true",
                standard);
        BilingualText change =
                alike.isEmpty() || yearBefore.isEmpty()
                        ? both("bulletin.change.none", Map.of())
                        : points(alike.get().subtract(yearBefore.get()));
        figures.put("attainment_year", new Figure(change, query, "year on year"));
    }

    private BilingualText points(BigDecimal difference) {
        String amount = difference.abs().toPlainString();
        return both(
                difference.signum() >= 0 ? "bulletin.points.up" : "bulletin.points.down",
                Map.of("points", new BilingualText(amount, amount)));
    }

    private static Optional<BigDecimal> share(List<PlaceStatistics> all) {
        int days = all.stream().mapToInt(place -> place.index().days()).sum();
        int attained = all.stream().mapToInt(place -> place.index().attained()).sum();
        return days == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(100L * attained)
                                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_EVEN));
    }

    private static int heavyDays(List<PlaceStatistics> all) {
        return all.stream()
                .map(place -> place.index().perLevel())
                .mapToInt(levels -> levels.get(4) + levels.get(5))
                .sum();
    }

    private void places(
            Map<String, Figure> figures, String name, List<Ranking.Place> places, String query) {
        List<BilingualText> shown =
                places.stream()
                        .limit(SHOWN_BEST)
                        .map(place -> names.apply(place.statistics().place()))
                        .toList();
        figures.put(
                name,
                new Figure(
                        shown.isEmpty()
                                ? new BilingualText("（无）", "(none)")
                                : new BilingualText(
                                        shown.stream()
                                                .map(BilingualText::zh)
                                                .collect(Collectors.joining("、")),
                                        shown.stream()
                                                .map(BilingualText::en)
                                                .collect(Collectors.joining(", "))),
                        query,
                        "city ranking rule: composite index"));
    }

    private Table table(Rankings rankings) {
        List<ColumnHead> columns = new ArrayList<>();
        columns.add(head("rank", true));
        columns.add(head("city", false));
        columns.add(head("composite", true));
        columns.add(head("previous", true));
        columns.add(head("year", true));
        for (Pollutant pollutant : PRINTED) {
            columns.add(symbols(symbol(pollutant)));
        }
        columns.add(head("attainment", true));
        List<List<CellValue>> rows = new ArrayList<>();
        rankings.now()
                .ranked()
                .forEach(place -> rows.add(row(place.rank(), place.statistics(), rankings)));
        rankings.now().unranked().forEach(place -> rows.add(row(null, place, rankings)));
        return new Table(
                both("bulletin.table.caption", periodWords(rankings.now().period())),
                columns,
                rows,
                List.of(both("bulletin.table.note", Map.of())));
    }

    /** A column of numbers headed by what is written alike in both languages. */
    static ColumnHead symbols(String symbol) {
        return new ColumnHead(new BilingualText(symbol, symbol), true);
    }

    ColumnHead head(String code, boolean number) {
        return new ColumnHead(both("bulletin.column." + code, Map.of()), number);
    }

    private List<CellValue> row(@Nullable Integer rank, PlaceStatistics place, Rankings rankings) {
        List<CellValue> cells = new ArrayList<>();
        cells.add(CellValue.of(rank == null ? null : BigDecimal.valueOf(rank)));
        cells.add(CellValue.of(names.apply(place.place())));
        cells.add(CellValue.of(Reported.composite(place).orElse(null)));
        cells.add(CellValue.of(rankThen(rankings.previous(), place)));
        cells.add(CellValue.of(rankThen(rankings.yearBefore(), place)));
        for (Pollutant pollutant : PRINTED) {
            cells.add(
                    CellValue.of(
                            place.pollutants().stream()
                                    .filter(line -> line.pollutant() == pollutant)
                                    .findFirst()
                                    .flatMap(Reported::ranked)
                                    .orElse(null)));
        }
        cells.add(CellValue.of(share(List.of(place)).orElse(null)));
        return cells;
    }

    private static @Nullable BigDecimal rankThen(Ranking ranking, PlaceStatistics place) {
        return ranking.find(place).map(then -> BigDecimal.valueOf(then.rank())).orElse(null);
    }

    private Chart chart(Ranking ranking) {
        return new Chart(
                both("bulletin.chart.caption", periodWords(ranking.period())),
                "",
                ranking.ranked().stream()
                        .map(place ->
                                new Bar(
                                        names.apply(place.statistics().place()),
                                        Reported.composite(place.statistics()).orElseThrow()))
                        .toList());
    }
}
