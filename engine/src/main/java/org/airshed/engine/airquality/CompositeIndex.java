package org.airshed.engine.airquality;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Provenance;
import org.airshed.engine.edition.Table;
import org.airshed.engine.substance.Pollutant;
import org.jspecify.annotations.Nullable;

/**
 * A variant of the composite index (综合指数): the weighted sum of the single indices of six
 * pollutants, each a statistic over its limit; smaller is better. Table: resource {@code
 * composite-variants.csv}; docs/science/hj663.md.
 */
public final class CompositeIndex {
    /** The pollutants every variant sums, in the order of the ranking rule. */
    private static final List<Pollutant> SIX =
            List.of(
                    Pollutant.SO2,
                    Pollutant.NO2,
                    Pollutant.CO,
                    Pollutant.O3,
                    Pollutant.PM10,
                    Pollutant.PM2_5);

    private static final List<CompositeIndex> VARIANTS =
            Table.beside(CompositeIndex.class, "composite-variants.csv")
                    .rows()
                    .map(CompositeIndex::new)
                    .toList();

    private final String id;
    private final String titleZh;
    private final String titleEn;
    private final boolean worst;
    private final Optional<Integer> singleDecimals;
    private final Map<Pollutant, Rational> weights = new EnumMap<>(Pollutant.class);
    private final Provenance provenance;

    /** A composite index, or why there is none. */
    public sealed interface Result {
        /**
         * The index.
         *
         * @param singles the single index of each pollutant as it was summed, before its weight
         * @param exact the exact sum
         */
        record Value(String variant, Map<Pollutant, Rational> singles, Rational exact)
                implements Result {
            public Value {
                Map<Pollutant, Rational> copy = new EnumMap<>(Pollutant.class);
                copy.putAll(singles);
                singles = Collections.unmodifiableMap(copy);
            }

            /** Rounded to the two decimals bulletins print. */
            public BigDecimal reported() {
                return exact.halfToEven(2);
            }
        }

        /** Statistics of these pollutants are missing; an index of fewer would look better. */
        record Missing(String variant, Set<Pollutant> pollutants) implements Result {
            public Missing {
                pollutants = Set.copyOf(pollutants);
            }
        }
    }

    private CompositeIndex(Table.Row row) {
        this.id = row.text("variant");
        this.titleZh = row.text("title_zh");
        this.titleEn = row.text("title_en");
        this.worst =
                switch (row.text("single")) {
                    case "worst" -> true;
                    case "ratio" -> false;
                    default ->
                            throw new IllegalStateException(
                                    "expected worst or ratio, got " + row.text("single"));
                };
        this.singleDecimals = row.findDecimal("single_decimals").map(BigDecimal::intValueExact);
        for (Pollutant pollutant : SIX) {
            weights.put(pollutant, Rational.of(row.decimal(pollutant.code())));
        }
        this.provenance = row.provenance();
    }

    /** The variant of the city ranking rule: the default, as it is the one read in bulletins. */
    public static CompositeIndex cityRanking() {
        return variant("city-ranking");
    }

    /** The variant of this name; those whose provenance is not verified must be asked for here. */
    public static CompositeIndex variant(String id) {
        return Editions.named(VARIANTS, CompositeIndex::id, id);
    }

    /** Every variant, verified or not: show {@link #provenance} beside its values. */
    public static List<CompositeIndex> variants() {
        return VARIANTS;
    }

    public String id() {
        return id;
    }

    public String titleZh() {
        return titleZh;
    }

    public String titleEn() {
        return titleEn;
    }

    public Provenance provenance() {
        return provenance;
    }

    /** The index of these concentrations against the limits of class 2 areas. */
    public Result of(AssessedConcentrations concentrations, Gb3095 limits) {
        Map<Pollutant, Rational> singles = new EnumMap<>(Pollutant.class);
        Set<Pollutant> missing = EnumSet.noneOf(Pollutant.class);
        Rational sum = Rational.ZERO;
        for (Pollutant pollutant : SIX) {
            Optional<Rational> single = findSingle(pollutant, concentrations, limits);
            if (single.isEmpty()) {
                missing.add(pollutant);
                continue;
            }
            Rational summed =
                    singleDecimals
                            .map(decimals -> Rational.of(single.get().halfToEven(decimals)))
                            .orElse(single.get());
            singles.put(pollutant, summed);
            sum = sum.plus(summed.times(weight(pollutant)));
        }
        return missing.isEmpty()
                ? new Result.Value(id, singles, sum)
                : new Result.Missing(id, missing);
    }

    private Rational weight(Pollutant pollutant) {
        return Optional.ofNullable(weights.get(pollutant)).orElse(Rational.ZERO);
    }

    private Optional<Rational> findSingle(
            Pollutant pollutant, AssessedConcentrations concentrations, Gb3095 limits) {
        AveragingPeriod daily =
                pollutant == Pollutant.O3
                        ? AveragingPeriod.DAILY_MAX_EIGHT_HOURS
                        : AveragingPeriod.DAY;
        Optional<Limit> annualLimit =
                limits.findLimit(new Item(pollutant, AveragingPeriod.YEAR), AreaClass.CLASS_2);
        Optional<Rational> ofPercentile =
                ratio(
                        concentrations.percentiles().get(pollutant),
                        limits.limit(new Item(pollutant, daily), AreaClass.CLASS_2));
        if (annualLimit.isEmpty()) {
            return ofPercentile; // CO and O3 have no annual limit
        }
        Optional<Rational> ofMean = ratio(concentrations.means().get(pollutant), annualLimit.get());
        if (!worst) {
            return ofMean;
        }
        return ofMean.flatMap(
                mean -> ofPercentile.map(other -> mean.compareTo(other) >= 0 ? mean : other));
    }

    private static Optional<Rational> ratio(@Nullable Rational value, Limit limit) {
        return Optional.ofNullable(value)
                .map(present -> present.dividedBy(Rational.of(limit.concentration().value())));
    }

    @Override
    public String toString() {
        return id;
    }
}
