package org.airshed.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airshed.engine.receptormodel.Composition;

/**
 * Concentrations and their uncertainties from two files of the same samples and species.
 *
 * @param composition what was read
 * @param leftOut samples that lacked a value and were left out
 */
record CompositionFiles(Composition composition, int leftOut) {
    private static final double LEAST_UNCERTAINTY = 1e-50; // 1/u² is still a number

    /**
     * @param dropIncomplete whether samples that lack a value are left out; else they are refused
     */
    static CompositionFiles read(Path concentrations, Path uncertainties, boolean dropIncomplete)
            throws TableFile.Unusable {
        TableFile values = TableFile.read(concentrations);
        TableFile errors = TableFile.read(uncertainties);
        checkSame(values, errors);
        List<String> species = values.names().subList(1, values.names().size());
        List<String> samples = new ArrayList<>();
        List<double[]> v = new ArrayList<>();
        List<double[]> u = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            double[] measured = row(values, row, false, dropIncomplete);
            double[] uncertain = row(errors, row, true, dropIncomplete);
            if (complete(measured) && complete(uncertain)) {
                samples.add(values.text(row, 0));
                v.add(measured);
                u.add(uncertain);
            }
        }
        Composition composition =
                values.answer(() ->
                        new Composition(
                                samples,
                                species,
                                v.toArray(double[][]::new),
                                u.toArray(double[][]::new)));
        return new CompositionFiles(composition, values.size() - samples.size());
    }

    private static void checkSame(TableFile values, TableFile errors) throws TableFile.Unusable {
        if (!values.names().equals(errors.names()) || values.size() != errors.size()) {
            throw new TableFile.Unusable(
                    "expected the same columns and rows in both files, got %d rows of %s (%s) and %d of %s (%s)"
                            .formatted(
                                    values.size(),
                                    TableFile.listed(values.names()),
                                    values,
                                    errors.size(),
                                    TableFile.listed(errors.names()),
                                    errors));
        }
        for (int row = 0; row < values.size(); row++) {
            if (!values.text(row, 0).equals(errors.text(row, 0))) {
                throw errors.refused(
                        "the sample '%s' of line %d of %s"
                                .formatted(values.text(row, 0), values.line(row), values),
                        row,
                        0);
            }
        }
    }

    private static double[] row(TableFile table, int row, boolean positive, boolean gaps)
            throws TableFile.Unusable {
        double[] numbers = new double[table.names().size() - 1];
        for (int column = 0; column < numbers.length; column++) {
            double number = table.number(row, column + 1);
            boolean absent = Double.isNaN(number);
            if (absent ? !gaps : positive ? number < LEAST_UNCERTAINTY : number < 0) {
                throw table.refused(
                        positive ? "an uncertainty above 1e-50" : "a concentration of 0 or more",
                        row,
                        column + 1);
            }
            numbers[column] = number;
        }
        return numbers;
    }

    private static boolean complete(double[] numbers) {
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                return false;
            }
        }
        return true;
    }
}
