package org.airshed.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.airshed.engine.airquality.AveragingPeriod;
import org.airshed.engine.airquality.Hj633;
import org.airshed.engine.airquality.Item;
import org.airshed.engine.airquality.ReportForm;
import org.airshed.engine.quantity.Concentration;
import org.airshed.engine.quantity.ConcentrationUnit;
import org.airshed.engine.substance.Pollutant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code airshed aqi explain}: how an AQI is computed from given concentrations. */
@Command(
        name = "explain",
        header = "Shows how an AQI is computed from given concentrations.",
        description = {
            "Concentrations in ug/m3, CO in mg/m3. For the real-time forms --so2 to --pm2_5 are"
                    + " one-hour means; for --form daily they are 24-h means, --o3 the day's"
                    + " highest hour and --o3_8h its highest eight hours.",
            "The observed time chooses the edition of HJ 633, unless --edition names one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the AQI was computed, or the standard gives none and the reason is printed",
            "2:an option is missing or not understood"
        },
        versionProvider = Airshed.Version.class,
        mixinStandardHelpOptions = true)
final class AqiExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "TIME",
            description =
                    "The observed hour by its end with an offset (2026-03-01T01:00+08:00), or the"
                            + " observed day (2026-03-01).")
    private String at = "";

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "real-time",
            description =
                    "Which report: daily, real-time or as-published-by-cnemc (default:"
                            + " ${DEFAULT-VALUE}).")
    private String form = "";

    @Option(
            names = "--edition",
            paramLabel = "NAME",
            description = "Use this edition whatever the observed time: HJ633-2012 or HJ633-2026.")
    private @Nullable String edition;

    @Option(
            names = "--not-monitored",
            paramLabel = "CODE",
            split = ",",
            description =
                    "Pollutants the plan does not monitor and that were never primary at lightly"
                            + " polluted or worse in three consecutive years (HJ 633-2026, 5.3.2):"
                            + " they do not hinder publication.")
    private List<String> notMonitored = List.of();

    @Option(names = "--so2", paramLabel = "C", description = "Sulphur dioxide, ug/m3.")
    private @Nullable BigDecimal so2;

    @Option(names = "--no2", paramLabel = "C", description = "Nitrogen dioxide, ug/m3.")
    private @Nullable BigDecimal no2;

    @Option(names = "--co", paramLabel = "C", description = "Carbon monoxide, mg/m3.")
    private @Nullable BigDecimal co;

    @Option(names = "--o3", paramLabel = "C", description = "Ozone, ug/m3.")
    private @Nullable BigDecimal o3;

    @Option(names = "--pm10", paramLabel = "C", description = "PM10, ug/m3.")
    private @Nullable BigDecimal pm10;

    @Option(names = "--pm2_5", paramLabel = "C", description = "PM2.5, ug/m3.")
    private @Nullable BigDecimal pm25;

    @Option(names = "--o3_8h", paramLabel = "C", description = "Ozone over eight hours, ug/m3.")
    private @Nullable BigDecimal o3EightHours;

    @Option(
            names = "--so2_24h",
            paramLabel = "C",
            description = "Sulphur dioxide over 24 hours, ug/m3 (real-time, 2012).")
    private @Nullable BigDecimal so2Day;

    @Option(
            names = "--pm10_24h",
            paramLabel = "C",
            description = "PM10 over 24 hours, ug/m3 (real-time, 2012).")
    private @Nullable BigDecimal pm10Day;

    @Option(
            names = "--pm2_5_24h",
            paramLabel = "C",
            description = "PM2.5 over 24 hours, ug/m3 (real-time, 2012).")
    private @Nullable BigDecimal pm25Day;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReportForm wanted = wantedForm();
        Hj633 standard = standard();
        Map<Item, Concentration> observed = observed(wanted);
        if (observed.isEmpty()) {
            throw refusal("expected at least one concentration, like --pm2_5 82");
        }
        AqiExplanation explanation =
                new AqiExplanation(
                        standard,
                        standard.report(wanted, observed, notMonitoredPollutants()),
                        observed);
        explanation.print(out);
        out.flush();
        return 0;
    }

    private ReportForm wantedForm() {
        for (ReportForm candidate : ReportForm.values()) {
            if (candidate.code().equals(form)) {
                return candidate;
            }
        }
        throw refusal(
                "expected --form daily, real-time or as-published-by-cnemc, got '%s'"
                        .formatted(form));
    }

    private Hj633 standard() {
        LocalDate day = observedDay();
        if (edition != null) {
            try {
                return Hj633.edition(edition);
            } catch (IllegalArgumentException unknown) {
                throw refusal("--edition: " + unknown.getMessage());
            }
        }
        return Hj633.findInForce(day)
                .orElseThrow(() ->
                        refusal(
                                "no edition of HJ 633 was in force for what was observed on"
                                        + " %s; name one with --edition".formatted(day)));
    }

    private LocalDate observedDay() {
        try {
            return at.contains("T")
                    ? Hj633.observedDay(OffsetDateTime.parse(at).toInstant())
                    : LocalDate.parse(at);
        } catch (DateTimeException noTime) {
            throw refusal(
                    "expected --at like 2026-03-01T01:00+08:00 or 2026-03-01, got '%s'"
                            .formatted(at));
        }
    }

    private Set<Pollutant> notMonitoredPollutants() {
        Set<Pollutant> pollutants = new LinkedHashSet<>();
        for (String code : notMonitored) {
            pollutants.add(
                    Pollutant.findByCode(code)
                            .orElseThrow(() ->
                                    refusal(
                                            "expected --not-monitored of codes like so2,"
                                                    + " got '%s'".formatted(code))));
        }
        return pollutants;
    }

    private Map<Item, Concentration> observed(ReportForm wanted) {
        boolean daily = wanted == ReportForm.DAILY;
        AveragingPeriod mean = daily ? AveragingPeriod.DAY : AveragingPeriod.HOUR;
        AveragingPeriod ozone = daily ? AveragingPeriod.DAILY_MAX_HOUR : AveragingPeriod.HOUR;
        AveragingPeriod ozoneEight =
                daily ? AveragingPeriod.DAILY_MAX_EIGHT_HOURS : AveragingPeriod.EIGHT_HOURS;
        Map<Item, Concentration> observed = new LinkedHashMap<>();
        put(observed, Pollutant.SO2, AveragingPeriod.DAY, so2Day);
        put(observed, Pollutant.PM10, AveragingPeriod.DAY, pm10Day);
        put(observed, Pollutant.PM2_5, AveragingPeriod.DAY, pm25Day);
        put(observed, Pollutant.SO2, mean, so2);
        put(observed, Pollutant.NO2, mean, no2);
        put(observed, Pollutant.CO, mean, co);
        put(observed, Pollutant.O3, ozone, o3);
        put(observed, Pollutant.PM10, mean, pm10);
        put(observed, Pollutant.PM2_5, mean, pm25);
        put(observed, Pollutant.O3, ozoneEight, o3EightHours);
        return observed;
    }

    private void put(
            Map<Item, Concentration> observed,
            Pollutant pollutant,
            AveragingPeriod period,
            @Nullable BigDecimal value) {
        if (value == null) {
            return;
        }
        Item item = new Item(pollutant, period);
        if (value.signum() < 0 || value.precision() > 30 || Math.abs(value.scale()) > 30) {
            throw refusal(
                    "expected a concentration of at least 0 in plain digits for %s, got %s"
                            .formatted(item, value));
        }
        ConcentrationUnit unit =
                pollutant == Pollutant.CO
                        ? ConcentrationUnit.MILLIGRAM_PER_CUBIC_METRE
                        : ConcentrationUnit.MICROGRAM_PER_CUBIC_METRE;
        if (observed.put(item, new Concentration(value, unit)) != null) {
            throw refusal("expected one value for " + item + ", got two options for it");
        }
    }

    private ParameterException refusal(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
