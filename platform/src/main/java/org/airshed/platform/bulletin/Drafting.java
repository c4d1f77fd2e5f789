package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.airshed.platform.evaluation.RegionStatistics;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Words;
import org.jspecify.annotations.Nullable;

/**
 * Fills the template of a week, month or year: figures from rankings, the standard words around
 * them, the table of cities and the bars of their composite index. A pure function of its
 * arguments. The region's figures are those of {@link RegionStatistics}, so that the address beside
 * each of them answers with it.
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

    private final Words words;
    private final Function<JurisdictionCode, BilingualText> names;
    private final Origin origin;

    Drafting(Words words, Function<JurisdictionCode, BilingualText> names, Origin origin) {
        this.words = words;
        this.names = names;
        this.origin = origin;
    }

    /** What a bulletin is made of: the region now, and the rankings beside which it stands. */
    record Found(RegionStatistics region, Ranking previous, Ranking yearBefore) {
        Ranking now() {
            return region.ranking();
        }
    }

    Content ofPeriod(Template template, Found found) {
        return new Content(
                title(template, found.region().period()),
                figures(found.region()),
                sections(template),
                table(found),
                chart(found.now()),
                new BilingualText(origin.zh(), origin.en()),
                origin.synthetic());
    }

    BilingualText title(Template template, Period period) {
        return both("bulletin." + template.code() + ".title", periodWords(period));
    }

    Map<String, BilingualText> periodWords(Period period) {
        return Map.of("period", periodText(period));
    }

    /** A period as people write it. */
    static BilingualText periodText(Period period) {
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
        return new BilingualText(zh, en);
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

    /** Figures as they are drafted, each of one answer of the API. */
    static final class Figures {
        private final Map<String, Figure> byName = new LinkedHashMap<>();
        private final String query;

        Figures(RegionStatistics region) {
            this.query =
                    "/api/v1/air/region?period=%s&cities=%s"
                            .formatted(
                                    region.period().text(),
                                    region.cities().stream()
                                            .map(JurisdictionCode::value)
                                            .collect(Collectors.joining(",")));
        }

        void put(String name, BilingualText text, String at, Rule rule) {
            byName.put(name, new Figure(text, query, at, rule));
        }

        void put(String name, int count, String at, Rule rule) {
            put(name, Optional.of(BigDecimal.valueOf(count)), at, rule);
        }

        void put(String name, Optional<BigDecimal> value, String at, Rule rule) {
            String text = value.map(BigDecimal::toPlainString).orElse("–");
            put(name, new BilingualText(text, text), at, rule);
        }

        Map<String, Figure> byName() {
            return byName;
        }
    }

    /** A rule for figures made of some of the cities; it says of how many. */
    static Rule made(String code, int made, RegionStatistics region) {
        return new Rule(
                code,
                Map.of(
                        "made", String.valueOf(made),
                        "cities", String.valueOf(region.withValidDays())));
    }

    private Map<String, Figure> figures(RegionStatistics region) {
        int made = region.made().size();
        Figures figures = new Figures(region);
        figures.put("period", periodText(region.period()), "/period", Rule.NONE);
        figures.put("cities", region.withValidDays(), "/count/withValidDays", Rule.NONE);
        figures.put("complete", made, "/count/made", Rule.of("enough-days"));
        figures.put("ranked", region.ranking().ranked().size(), "/count/ranked", Rule.of("rank"));
        for (int line = 0; line < region.raw().pollutants().size(); line++) {
            RegionStatistics.OfPollutant found = region.raw().pollutants().get(line);
            String code = found.pollutant().code();
            boolean percentile = Reported.usesPercentile(found.pollutant());
            figures.put(
                    code,
                    found.reported(),
                    "/raw/pollutants/" + line + "/value",
                    made(percentile ? "percentile" : "mean", made, region));
            figures.put(
                    code + "_year",
                    change(found.changePercent()),
                    "/raw/pollutants/" + line + "/changePercent",
                    new Rule("year-on-year", Map.of("made", String.valueOf(found.compared()))));
        }
        attainment(figures, region);
        figures.put(
                "heavy", region.raw().heavyDays(), "/raw/heavyDays", made("heavy", made, region));
        figures.put("best", places(region.cleanest()), "/cleanest", Rule.of("composite"));
        figures.put("worst", places(region.mostPolluted()), "/mostPolluted", Rule.of("composite"));
        return figures.byName();
    }

    private void attainment(Figures figures, RegionStatistics region) {
        int made = region.made().size();
        figures.put(
                "attainment",
                region.raw().attainmentPercent(),
                "/raw/attainmentPercent",
                made("attainment", made, region));
        figures.put(
                "attainment_without_events",
                region.adjusted().attainmentPercent(),
                "/adjusted/attainmentPercent",
                made("attainment-without-events", made, region));
        figures.put(
                "attainment_year",
                region.raw()
                        .attainmentChange()
                        .map(this::points)
                        .orElseGet(() -> both("bulletin.change.none", Map.of())),
                "/raw/attainmentChange",
                new Rule(
                        "year-on-year",
                        Map.of(
                                "made",
                                String.valueOf(region.raw().pollutants().getFirst().compared()))));
    }

    private BilingualText change(Optional<BigDecimal> percent) {
        if (percent.isEmpty()) {
            return both("bulletin.change.none", Map.of());
        }
        String amount = percent.get().abs().toPlainString();
        int sign = percent.get().signum();
        return both(
                "bulletin.change." + (sign > 0 ? "rise" : sign < 0 ? "fall" : "same"),
                Map.of("percent", new BilingualText(amount, amount)));
    }

    private BilingualText points(BigDecimal difference) {
        String amount = difference.abs().toPlainString();
        return both(
                difference.signum() >= 0 ? "bulletin.points.up" : "bulletin.points.down",
                Map.of("points", new BilingualText(amount, amount)));
    }

    private BilingualText places(List<Ranking.Place> places) {
        List<BilingualText> shown =
                places.stream().map(place -> names.apply(place.statistics().place())).toList();
        return shown.isEmpty()
                ? both("bulletin.places.none", Map.of())
                : new BilingualText(
                        shown.stream().map(BilingualText::zh).collect(Collectors.joining("、")),
                        shown.stream().map(BilingualText::en).collect(Collectors.joining(", ")));
    }

    /** Days attained of the days with an index, percent to one decimal, of one city. */
    private static Optional<BigDecimal> share(PlaceStatistics place) {
        int days = place.index().days();
        return days == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(100L * place.index().attained())
                                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_EVEN));
    }

    private Table table(Found found) {
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
        found.now()
                .ranked()
                .forEach(place -> rows.add(row(place.rank(), place.statistics(), found)));
        found.now().unranked().forEach(place -> rows.add(row(null, place, found)));
        return new Table(
                both("bulletin.table.caption", periodWords(found.region().period())),
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

    private List<CellValue> row(@Nullable Integer rank, PlaceStatistics place, Found found) {
        List<CellValue> cells = new ArrayList<>();
        cells.add(CellValue.of(rank == null ? null : BigDecimal.valueOf(rank)));
        cells.add(CellValue.of(names.apply(place.place())));
        cells.add(CellValue.of(Reported.composite(place).orElse(null)));
        cells.add(CellValue.of(rankThen(found.previous(), place)));
        cells.add(CellValue.of(rankThen(found.yearBefore(), place)));
        for (Pollutant pollutant : PRINTED) {
            cells.add(
                    CellValue.of(
                            place.pollutants().stream()
                                    .filter(line -> line.pollutant() == pollutant)
                                    .findFirst()
                                    .flatMap(Reported::ranked)
                                    .orElse(null)));
        }
        cells.add(CellValue.of(share(place).orElse(null)));
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
