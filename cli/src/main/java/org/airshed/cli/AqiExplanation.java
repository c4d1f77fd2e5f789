package org.airshed.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.airshed.engine.airquality.AirIndex;
import org.airshed.engine.airquality.AqiReport;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.IndexLevel;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.SensitiveGroup;
import org.airshed.engine.airquality.SubIndex;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;

/** An AQI report written out so that a reader can follow it with a pencil. */
final class AqiExplanation {
    private final Hj633 standard;
    private final AqiReport report;
    private final Map<Item, Concentration> observed;

    AqiExplanation(Hj633 standard, AqiReport report, Map<Item, Concentration> observed) {
        this.standard = standard;
        this.report = report;
        this.observed = observed;
    }

    void print(PrintWriter out) {
        out.printf("standard  %s, %s%n", standard.id(), standard.validity());
        out.printf("          %s · %s%n", standard.titleZh(), standard.titleEn());
        out.printf("source    %s%n", source(standard.provenance()));
        out.printf("form      %s%n%n", report.form().code());
        report.items().forEach(item -> out.println(line(item)));
        Set<Item> unused = new LinkedHashSet<>(observed.keySet());
        report.items().forEach(item -> unused.remove(item.item()));
        unused.forEach(item ->
                out.printf("%-12s  not used by this report of %s%n", item.code(), standard.id()));
        out.println();
        printAqi(out);
    }

    private String line(SubIndex item) {
        String code = "%-12s  ".formatted(item.item().code());
        return switch (item) {
            case SubIndex.Value value -> code + computed(value);
            case SubIndex.NotObserved missing -> code + "not given";
            case SubIndex.NoBreakpoints shown ->
                    code + plain(shown.observed()) + ": no breakpoints, shown without an index";
            case SubIndex.BeyondBreakpoints beyond ->
                    code
                            + "%s lies beyond %s: no index from this item"
                                    .formatted(plain(beyond.observed()), plain(beyond.end()));
        };
    }

    private String computed(SubIndex.Value value) {
        Concentration used = value.used();
        String rounded =
                used.compareTo(value.observed()) == 0
                        ? plain(used)
                        : "%s, rounded to %s".formatted(plain(value.observed()), plain(used));
        List<Breakpoint> breakpoints = standard.breakpoints(value.breakpoints());
        String source =
                "breakpoints %s, %s"
                        .formatted(
                                value.breakpoints(),
                                source(standard.provenance(value.breakpoints())));
        for (int step = 1; step < breakpoints.size(); step++) {
            Breakpoint low = breakpoints.get(step - 1);
            Breakpoint high = breakpoints.get(step);
            if (used.compareTo(high.concentration()) <= 0) {
                return "%s: ceil((%d - %d) * (%s - %s) / (%s - %s)) + %d = %d   (%s)"
                        .formatted(
                                rounded,
                                high.index(),
                                low.index(),
                                number(used),
                                number(low.concentration()),
                                number(high.concentration()),
                                number(low.concentration()),
                                low.index(),
                                value.value(),
                                source);
            }
        }
        return "%s: beyond %s = %d   (%s)"
                .formatted(
                        rounded,
                        plain(breakpoints.getLast().concentration()),
                        value.value(),
                        source);
    }

    private void printAqi(PrintWriter out) {
        switch (report.aqi()) {
            case AirIndex.Value value -> {
                IndexLevel level = value.level();
                out.printf("primary   %s%n", codes(value.primary()));
                if (!report.exceeding().isEmpty()) {
                    out.printf("exceeding %s%n", codes(report.exceeding()));
                }
                Set<String> groups = new LinkedHashSet<>();
                if (value.value() > 100) {
                    for (Pollutant pollutant : value.primary()) {
                        standard.sensitiveGroups(pollutant).stream()
                                .map(SensitiveGroup::nameEn)
                                .forEach(groups::add);
                    }
                    out.printf(
                            "to warn   %s%n", groups.isEmpty() ? "-" : String.join("; ", groups));
                }
                out.printf(
                        "AQI %d %s %s · %s %s%n",
                        value.value(),
                        level.number(),
                        level.nameZh(),
                        level.nameEn(),
                        level.colour().hex());
            }
            case AirIndex.None none ->
                    out.printf(
                            "AQI none: %s (%s)%n",
                            switch (none.reason()) {
                                case NOTHING_OBSERVED -> "nothing this report uses was given";
                                case POLLUTANT_MISSING ->
                                        "pollutants are missing and the rest is not above 100";
                                case TOO_FEW_HOURS -> "too few hours";
                            },
                            codes(none.concerned()));
        }
    }

    private static String codes(Set<Pollutant> pollutants) {
        return pollutants.isEmpty()
                ? "-"
                : pollutants.stream().map(Pollutant::code).collect(Collectors.joining(", "));
    }

    private static String source(Provenance provenance) {
        return provenance.source() + " [" + provenance.confidence() + "]";
    }

    private static String plain(Concentration concentration) {
        return number(concentration) + " " + concentration.unit();
    }

    private static String number(Concentration concentration) {
        return concentration.value().stripTrailingZeros().toPlainString();
    }
}
