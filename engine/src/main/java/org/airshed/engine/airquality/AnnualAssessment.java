package org.airshed.engine.airquality;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.edition.Confidence;
import org.airshed.engine.substance.Pollutant;

/**
 * The assessment of one place in one calendar year, item by item.
 *
 * @param edition the edition of HJ 663
 * @param limits the edition of GB 3095 whose limits were used
 * @param items every item of the edition, in report order
 */
public record AnnualAssessment(
        Year year, String edition, String limits, List<ItemAssessment> items) {

    /** Whether a year attains the standard. */
    public enum Verdict {
        /** Every item attains. */
        ATTAINED,
        /** At least one valid item exceeds its limit. */
        EXCEEDED,
        /** No valid item exceeds, but some are missing, void or not decided. */
        UNDECIDED
    }

    public AnnualAssessment {
        items = List.copyOf(items);
    }

    /** Whether the place attains in all pollutants. */
    public Verdict verdict() {
        return verdict(items);
    }

    /** How sure we are of the whole: as sure as of the weakest ground of any item. */
    public Confidence confidence() {
        return Confidence.lowest(items.stream().map(ItemAssessment::confidence).toList());
    }

    /** What stands behind some item and is not verified; show it beside the assessment. */
    public SortedSet<String> unverified() {
        SortedSet<String> unverified = new TreeSet<>();
        items.forEach(item -> unverified.addAll(item.grounds().unverified()));
        return unverified;
    }

    /** Whether one pollutant attains: its mean and its percentile. */
    public Verdict verdict(Pollutant pollutant) {
        return verdict(
                items.stream()
                        .filter(assessed -> assessed.item().item().pollutant() == pollutant)
                        .toList());
    }

    private static Verdict verdict(List<ItemAssessment> some) {
        boolean complete = !some.isEmpty();
        for (ItemAssessment item : some) {
            switch (item) {
                case ItemAssessment.Assessed assessed -> {
                    if (!assessed.attained()) {
                        return Verdict.EXCEEDED;
                    }
                }
                case ItemAssessment.TooFewDays _,
                        ItemAssessment.NotDecided _,
                        ItemAssessment.NotObserved _ ->
                        complete = false;
            }
        }
        return complete ? Verdict.ATTAINED : Verdict.UNDECIDED;
    }

    /** The valid annual mean of this pollutant. */
    public Optional<Rational> findMean(Pollutant pollutant) {
        return find(pollutant, false);
    }

    /** The valid percentile of this pollutant's daily values. */
    public Optional<Rational> findPercentile(Pollutant pollutant) {
        return find(pollutant, true);
    }

    private Optional<Rational> find(Pollutant pollutant, boolean percentile) {
        for (ItemAssessment item : items) {
            if (item instanceof ItemAssessment.Assessed assessed
                    && item.item().item().pollutant() == pollutant
                    && item.item().percentile().isPresent() == percentile) {
                return Optional.of(assessed.value());
            }
        }
        return Optional.empty();
    }

    /** The valid means and percentiles, as the composite index takes them. */
    public AssessedConcentrations concentrations() {
        Map<Pollutant, Rational> means = new TreeMap<>();
        Map<Pollutant, Rational> percentiles = new TreeMap<>();
        List<Pollutant> pollutants = new ArrayList<>();
        items.forEach(item -> pollutants.add(item.item().item().pollutant()));
        for (Pollutant pollutant : pollutants) {
            findMean(pollutant).ifPresent(mean -> means.put(pollutant, mean));
            findPercentile(pollutant).ifPresent(value -> percentiles.put(pollutant, value));
        }
        return new AssessedConcentrations(means, percentiles);
    }
}
