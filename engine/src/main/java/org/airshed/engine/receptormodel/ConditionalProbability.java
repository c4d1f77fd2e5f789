package org.airshed.engine.receptormodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conditional probability function (CPF): of the hours with wind from a sector, the share above a
 * threshold; calm hours stand apart. Source: Kim, Hopke and Edgerton (2003); docs/science/cpf.md.
 *
 * @param sectors clockwise, the first centred on north
 * @param calm the hours without wind, as a sector of its own
 * @param undirected hours with a value that blew from an unknown direction or at an unknown speed
 */
public record ConditionalProbability(List<Sector> sectors, Sector calm, int undirected) {
    private static final double Z_95 = 1.959963984540054; // the normal quantile of 0.975

    /**
     * @param centre_deg {@code NaN} for calm
     * @param hours with a value
     * @param above how many of them lie above the threshold
     * @param probability above/hours; {@code NaN} without an hour
     * @param low the lower end of Wilson's 95 % interval
     * @param high its upper end
     */
    public record Sector(
            double centre_deg, int hours, int above, double probability, double low, double high) {
        static Sector of(double centre_deg, int hours, int above) {
            double n = hours;
            double share = above / n;
            double z2 = Z_95 * Z_95;
            double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
            double half =
                    Z_95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n);
            return new Sector(centre_deg, hours, above, share, middle - half, middle + half);
        }
    }

    /**
     * @param sectors how many, 4 to 360
     */
    public static ConditionalProbability of(WindHours hours, int sectors, double threshold) {
        if (sectors < 4 || sectors > 360 || Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "expected 4 to 360 sectors and a threshold, got %d and %s"
                            .formatted(sectors, threshold));
        }
        int[] counts = new int[sectors + 1]; // [sector], calm last
        int[] aboves = new int[sectors + 1];
        int undirected = 0;
        for (int hour = 0; hour < hours.size(); hour++) {
            if (hours.calm(hour) || hours.directed(hour)) {
                int sector =
                        hours.calm(hour)
                                ? sectors
                                : (int) Math.floor(hours.from_deg()[hour] * sectors / 360 + 0.5)
                                        % sectors;
                counts[sector]++;
                aboves[sector] += hours.measured()[hour] > threshold ? 1 : 0;
            } else if (!Double.isNaN(hours.measured()[hour])) {
                undirected++;
            }
        }
        List<Sector> all = new ArrayList<>();
        for (int sector = 0; sector < sectors; sector++) {
            all.add(Sector.of(360.0 * sector / sectors, counts[sector], aboves[sector]));
        }
        return new ConditionalProbability(
                List.copyOf(all),
                Sector.of(Double.NaN, counts[sectors], aboves[sectors]),
                undirected);
    }

    /**
     * The value below which this share of the hours lies that have a value and a known wind, calm
     * ones too; linear between two values (type 7 of Hyndman and Fan 1996).
     *
     * @param percent 0 to 100
     */
    public static double percentile(WindHours hours, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("expected 0 to 100 percent, got " + percent);
        }
        double[] ascending =
                IntStream.range(0, hours.size())
                        .filter(hour -> hours.calm(hour) || hours.directed(hour))
                        .mapToDouble(hour -> hours.measured()[hour])
                        .sorted()
                        .toArray();
        if (ascending.length == 0) {
            throw new IllegalArgumentException(
                    "expected an hour with a value and a wind, got none");
        }
        double place = (ascending.length - 1) * (percent / 100);
        int below = (int) Math.floor(place);
        double low = ascending[below];
        double high = ascending[Math.min(below + 1, ascending.length - 1)];
        return low + (high - low) * (place - below);
    }
}
