package org.airshed.platform.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.airshed.platform.evaluation.RegionStatistics;
import org.airshed.platform.evaluation.Reported;
import org.airshed.platform.observation.Origin;
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

    Content of(RegionStatistics region, List<PlaceDays> cities) {
        Period day = region.period();
        List<PlaceDays> dirtiestFirst =
                cities.stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (PlaceDays city) -> -aqi(city, day).orElse(-1))
                                        .thenComparing(city -> city.place().value()))
                        .toList();
        return new Content(
                frame.title(Template.DAILY, day),
                figures(region),
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

    private Map<String, Figure> figures(RegionStatistics region) {
        Drafting.Figures figures = new Drafting.Figures(region);
        RegionStatistics.Way day = region.raw();
        figures.put("period", Drafting.periodText(region.period()), "/period", Rule.NONE);
        figures.put("cities", day.index().days(), "/raw/indexDays", Rule.NONE);
        for (int level = 0; level < day.index().perLevel().size(); level++) {
            figures.put(
                    "level_" + (level + 1),
                    day.index().perLevel().get(level),
                    "/raw/perLevel/" + level,
                    Rule.of("level"));
        }
        figures.put("attained", day.index().attained(), "/raw/attainedDays", Rule.of("attained"));
        for (int line = 0; line < day.pollutants().size(); line++) {
            RegionStatistics.OfPollutant found = day.pollutants().get(line);
            figures.put(
                    found.pollutant().code(),
                    found.reported(),
                    "/raw/pollutants/" + line + "/value",
                    Drafting.made("day-mean", found.cities(), region));
        }
        figures.put("dirtiest", dirtiest(region), "/highest", Rule.of("index"));
        return figures.byName();
    }

    private BilingualText dirtiest(RegionStatistics region) {
        return region.highest().isEmpty()
                ? new BilingualText("–", "–")
                : new BilingualText(
                        dirtiest(region, BilingualText::zh, "、"),
                        dirtiest(region, BilingualText::en, ", "));
    }

    private String dirtiest(
            RegionStatistics region, Function<BilingualText, String> language, String between) {
        return region.highest().stream()
                .map(city -> language.apply(names.apply(city.place())) + " " + city.aqi())
                .collect(Collectors.joining(between));
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
