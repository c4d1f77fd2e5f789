package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.quantity.Trillionths;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.bulletin.Content.Bar;
import org.airshed.platform.bulletin.Content.CellValue;
import org.airshed.platform.bulletin.Content.Chart;
import org.airshed.platform.bulletin.Content.ColumnHead;
import org.airshed.platform.bulletin.Content.Figure;
import org.airshed.platform.bulletin.Content.Section;
import org.airshed.platform.bulletin.Content.Table;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Words;

/** Fills the template of a day: how many cities had which level, the table of cities. Pure. */
final class DraftingDay {
    private final Drafting frame;
    private final Function<JurisdictionCode, BilingualText> names;
    private final Origin origin;

    DraftingDay(Words words, Function<JurisdictionCode, BilingualText> names, Origin origin) {
        this.frame = new Drafting(words, names, origin);
        this.names = names;
        this.origin = origin;
    }

    Content of(Period day, List<PlaceDays> cities) {
        List<PlaceDays> dirtiestFirst =
                cities.stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (PlaceDays city) -> -aqi(city, day).orElse(-1))
                                        .thenComparing(city -> city.place().value()))
                        .toList();
        return new Content(
                frame.title(Template.DAILY, day),
                figures(day, dirtiestFirst),
                List.of(section("overview"), section("notes")),
                table(day, dirtiestFirst),
                chart(day, dirtiestFirst),
                new BilingualText(origin.zh(), origin.en()),
                origin.synthetic());
    }

    private static Optional<Integer> aqi(PlaceDays city, Period day) {
        var aqi = city.aqi(day.first());
        return aqi.isPresent() ? Optional.of(aqi.getAsInt()) : Optional.empty();
    }

    private Section section(String key) {
        return new Section(
                key,
                frame.both("bulletin.heading." + key, Map.of()),
                frame.raw("bulletin.daily." + key)
                        .orElseThrow(() -> new IllegalStateException("no words for " + key)),
                false);
    }

    private Map<String, Figure> figures(Period day, List<PlaceDays> cities) {
        String query = "/api/v1/air/days?day=" + day.text();
        Map<String, Figure> figures = new LinkedHashMap<>();
        frame.periodWords(day)
                .forEach((name, text) -> figures.put(name, new Figure(text, query, "")));
        put(
                figures,
                "cities",
                String.valueOf(cities.stream().filter(city -> aqi(city, day).isPresent()).count()),
                query,
                "");
        int[] perLevel = new int[Hj633.scale().levels().size()];
        cities.forEach(city ->
                aqi(city, day).ifPresent(aqi -> perLevel[Hj633.scale().level(aqi).rank() - 1]++));
        for (int level = 0; level < perLevel.length; level++) {
            put(figures, "level_" + (level + 1), String.valueOf(perLevel[level]), query, "HJ 633");
        }
        put(
                figures,
                "attained",
                String.valueOf(perLevel[0] + perLevel[1]),
                query,
                "HJ 633: AQI ≤ 100");
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            List<BigDecimal> values = values(cities, pollutant, day);
            put(
                    figures,
                    pollutant.code(),
                    mean(values, pollutant),
                    query,
                    "GB 3095: mean, of %d of %d cities with a valid day"
                            .formatted(values.size(), cities.size()));
        }
        figures.put(
                "dirtiest",
                new Figure(
                        new BilingualText(
                                dirtiest(cities, day, BilingualText::zh, "、"),
                                dirtiest(cities, day, BilingualText::en, ", ")),
                        query,
                        "HJ 633"));
        return figures;
    }

    private static void put(
            Map<String, Figure> figures, String name, String text, String query, String standard) {
        figures.put(name, new Figure(new BilingualText(text, text), query, standard));
    }

    private String dirtiest(
            List<PlaceDays> cities,
            Period day,
            Function<BilingualText, String> language,
            String between) {
        String named =
                cities.stream()
                        .filter(city -> aqi(city, day).isPresent())
                        .limit(5)
                        .map(city ->
                                language.apply(names.apply(city.place()))
                                        + " "
                                        + aqi(city, day).orElseThrow())
                        .collect(Collectors.joining(between));
        return named.isEmpty() ? "–" : named;
    }

    private static List<BigDecimal> values(
            List<PlaceDays> cities, Pollutant pollutant, Period day) {
        return cities.stream()
                .flatMap(city -> city.column(pollutant).find(day.first()).stream())
                .toList();
    }

    private static String mean(List<BigDecimal> values, Pollutant pollutant) {
        return values.isEmpty()
                ? "–"
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(
                                BigDecimal.valueOf(values.size()),
                                Reported.decimals(pollutant) + 1,
                                RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private Table table(Period day, List<PlaceDays> cities) {
        List<ColumnHead> columns = new ArrayList<>();
        columns.add(frame.head("city", false));
        columns.add(Drafting.symbols("AQI"));
        columns.add(frame.head("level", false));
        columns.add(frame.head("primary", false));
        Drafting.PRINTED.forEach(
                pollutant -> columns.add(Drafting.symbols(Drafting.symbol(pollutant))));
        return new Table(
                frame.both("bulletin.table.day", frame.periodWords(day)),
                columns,
                cities.stream().map(city -> row(day, city)).toList(),
                List.of(frame.both("bulletin.table.day-note", Map.of())));
    }

    private List<CellValue> row(Period day, PlaceDays city) {
        List<CellValue> cells = new ArrayList<>();
        Optional<Integer> aqi = aqi(city, day);
        Optional<IndexLevel> level = aqi.map(Hj633.scale()::level);
        cells.add(CellValue.of(names.apply(city.place())));
        cells.add(
                new CellValue(
                        new BilingualText(
                                aqi.map(String::valueOf).orElse("–"),
                                aqi.map(String::valueOf).orElse("–")),
                        aqi.map(BigDecimal::valueOf).orElse(null),
                        level.map(it -> it.colour().hex()).orElse(null)));
        cells.add(
                CellValue.of(
                        level.map(it -> new BilingualText(it.nameZh(), it.nameEn()))
                                .orElse(new BilingualText("–", "–"))));
        String primary =
                city.primary(city.at(day.first())).stream()
                        .map(Drafting::symbol)
                        .collect(Collectors.joining(" "));
        cells.add(
                CellValue.of(
                        new BilingualText(
                                primary.isEmpty() ? "–" : primary,
                                primary.isEmpty() ? "–" : primary)));
        for (Pollutant pollutant : Drafting.PRINTED) {
            long value = city.column(pollutant).value_trillionths(city.at(day.first()));
            cells.add(
                    CellValue.of(
                            value == Trillionths.ABSENT
                                    ? null
                                    : Trillionths.halfToEven(value, Reported.decimals(pollutant))));
        }
        return cells;
    }

    private Chart chart(Period day, List<PlaceDays> cities) {
        return new Chart(
                frame.both("bulletin.chart.day", frame.periodWords(day)),
                "",
                cities.stream()
                        .filter(city -> aqi(city, day).isPresent())
                        .map(city ->
                                new Bar(
                                        names.apply(city.place()),
                                        BigDecimal.valueOf(aqi(city, day).orElseThrow())))
                        .toList());
    }
}
