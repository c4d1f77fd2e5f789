package org.airshed.metfiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A variable of a netCDF file.
 *
 * @param attributes values are {@code String} or {@code double[]}
 */
record NcVariable(
        String name,
        NcType type,
        List<String> dimensions,
        List<Integer> shape,
        Map<String, Object> attributes) {

    Optional<String> text(String attribute) {
        return attributes.get(attribute) instanceof String text
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    Optional<Double> number(String attribute) {
        return attributes.get(attribute) instanceof double[] numbers && numbers.length > 0
                ? Optional.of(numbers[0])
                : Optional.empty();
    }

    long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1L, (a, b) -> a * b);
    }
}
