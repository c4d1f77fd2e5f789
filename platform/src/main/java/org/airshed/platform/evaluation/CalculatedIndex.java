package org.airshed.platform.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airshed.engine.airquality.AqiReport;
import org.airshed.engine.airquality.AveragingPeriod;
import org.airshed.engine.airquality.Breakpoint;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.airquality.SubIndex;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.substance.Pollutant;

/**
 * The index of concentrations somebody gives, by an edition of HJ 633, with its steps: what a
 * reader of the standard checks a published value against. Of ozone the daily report of 2012 also
 * knows the highest hour; what is given here is the highest eight hours, as in 2026.
 *
 * @param edition the edition
 * @param report the report with its AQI, or why there is none
 * @param steps one per concentration given, in report order
 */
public record CalculatedIndex(Hj633 edition, AqiReport report, List<Step> steps) {
    public CalculatedIndex {
        steps = List.copyOf(steps);
    }

    /**
     * One individual index.
     *
     * @param index the index, or why there is none
     * @param low the breakpoint below what is used, the first one for nought
     * @param high the breakpoint at or above it; empty above the last one
     */
    public record Step(SubIndex index, Optional<Breakpoint> low, Optional<Breakpoint> high) {}

    /**
     * @param form daily, or one hour as it is published; both name one mean per pollutant
     * @param given µg/m³, CO in mg/m³; none negative
     */
    public static CalculatedIndex of(
            Hj633 edition, ReportForm form, Map<Pollutant, BigDecimal> given) {
        Map<Item, Concentration> observed = new LinkedHashMap<>();
        for (Item item : edition.items(form)) {
            BigDecimal value = given.get(item.pollutant());
            if (value != null && item.period() != AveragingPeriod.DAILY_MAX_HOUR) {
                observed.put(item, new Concentration(value, DailyIndex.unit(item.pollutant())));
            }
        }
        AqiReport report = edition.report(form, observed);
        List<Step> steps = new ArrayList<>();
        for (SubIndex index : report.items()) {
            if (observed.containsKey(index.item())) {
                steps.add(step(edition, index));
            }
        }
        return new CalculatedIndex(edition, report, steps);
    }

    private static Step step(Hj633 edition, SubIndex index) {
        if (!(index instanceof SubIndex.Value value)) {
            return new Step(index, Optional.empty(), Optional.empty());
        }
        List<Breakpoint> breakpoints = edition.breakpoints(value.breakpoints());
        return new Step(
                index,
                Explaining.below(breakpoints, value.used().value()),
                Explaining.above(breakpoints, value.used().value()));
    }
}
