package org.airshed.engine.receptormodel;

import java.util.List;

/**
 * Measured composition with its uncertainties, checked: every concentration a number of 0 or more,
 * every uncertainty more than 0. See docs/science/pmf.md.
 *
 * @param samples names of the rows
 * @param species names of the columns
 * @param concentrations [sample][species], any unit
 * @param uncertainties [sample][species], the same unit
 */
public record Composition(
        List<String> samples,
        List<String> species,
        double[][] concentrations,
        double[][] uncertainties) {

    public Composition {
        samples = List.copyOf(samples);
        species = List.copyOf(species);
        if (samples.isEmpty() || species.isEmpty()) {
            throw new IllegalArgumentException("expected samples and species, got none");
        }
        concentrations = checked("a concentration", concentrations, samples, species, false);
        uncertainties = checked("an uncertainty", uncertainties, samples, species, true);
    }

    private static double[][] checked(
            String what,
            double[][] values,
            List<String> samples,
            List<String> species,
            boolean positive) {
        if (values.length != samples.size()) {
            throw new IllegalArgumentException(
                    "expected %d rows with %s, got %d"
                            .formatted(samples.size(), what, values.length));
        }
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != species.size()) {
                throw new IllegalArgumentException(
                        "expected %d columns with %s, got %d (row %s)"
                                .formatted(
                                        species.size(),
                                        what,
                                        values[row].length,
                                        samples.get(row)));
            }
            copy[row] = values[row].clone();
            for (int column = 0; column < copy[row].length; column++) {
                double value = copy[row][column];
                boolean good = positive ? value > 0 : value >= 0;
                if (!good || Double.isInfinite(value)) {
                    throw new IllegalArgumentException(
                            "expected %s %s, got %s (row %s, column %s)"
                                    .formatted(
                                            what,
                                            positive ? "above 0" : "of 0 or more",
                                            Double.isNaN(value) ? "none" : Double.toString(value),
                                            samples.get(row),
                                            species.get(column)));
                }
            }
        }
        return copy;
    }

    /** The rows at these places, in this order; a row may come several times. */
    Composition rows(int[] places) {
        double[][] picked = new double[places.length][];
        double[][] pickedUncertainties = new double[places.length][];
        String[] names = new String[places.length];
        for (int at = 0; at < places.length; at++) {
            picked[at] = concentrations[places[at]];
            pickedUncertainties[at] = uncertainties[places[at]];
            names[at] = samples.get(places[at]);
        }
        return new Composition(List.of(names), species, picked, pickedUncertainties);
    }
}
