package org.airshed.platform.evaluation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.airshed.engine.averaging.MeanWind;
import org.airshed.engine.averaging.Rational;
import org.airshed.engine.averaging.WindRose;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.platform.evaluation.WindOfCity;
import org.airshed.platform.evaluation.web.AirDocuments.OriginDocument;
import org.airshed.platform.server.BilingualText;
import org.jspecify.annotations.Nullable;

/** What the API says of the wind of a city. */
final class WindDocuments {
    private static final int SPEED_DECIMALS = 2;

    private WindDocuments() {}

    @Schema(
            name = "AirWind",
            description =
                    "The wind of a city, day by day and as a rose. Directions say where the wind comes"
                            + " from, degrees clockwise from true north; calm hours (below 0.3 m/s)"
                            + " count for speeds, not for directions")
    record CityWindDocument(
            @Schema(description = "The city's code", example = "110000") String jurisdiction,
            BilingualText name,
            OriginDocument source,
            @Schema(description = "The zone of the days", example = "Asia/Shanghai") String zone,
            @Schema(description = "The days with wind, in order; none where nothing reads wind")
                    List<WindDayDocument> days,
            @Schema(description = "All hours of the days asked for together")
                    MeanWindDocument period,
            RoseDocument rose) {}

    @Schema(name = "AirWindDay", description = "The wind of a city on one day")
    record WindDayDocument(@Schema(description = "The day") LocalDate day, MeanWindDocument wind) {}

    @Schema(name = "AirMeanWind", description = "The mean wind of hours of stations")
    record MeanWindDocument(
            @Schema(description = "Scalar mean speed, m/s, calm hours included", example = "2.31")
                    @Nullable BigDecimal speed,
            @Schema(
                            description =
                                    "Where the mean vector comes from, degrees, 0 being north; none"
                                            + " where every hour was calm or they cancel each other",
                            example = "315")
                    @Nullable Integer fromDegrees,
            @Schema(
                            description =
                                    "Length of the mean vector, m/s: near the speed for a steady"
                                            + " wind, near 0 for one that turned",
                            example = "1.87")
                    @Nullable BigDecimal resultant,
            @Schema(description = "Calm hours of stations") int calmHours,
            @Schema(description = "Hours of stations with a direction") int directedHours,
            WindCoverageDocument coverage) {

        static MeanWindDocument of(MeanWind wind, int expected) {
            return new MeanWindDocument(
                    speed(wind.speed().orElse(null)),
                    wind.from()
                            .map(from -> (int) StrictMath.round(from.degrees()) % 360)
                            .orElse(null),
                    speed(wind.resultant().orElse(null)),
                    wind.calm(),
                    wind.directed(),
                    new WindCoverageDocument(
                            expected, wind.observed(), percent(wind.observed(), expected)));
        }

        private static @Nullable BigDecimal speed(@Nullable Rational exact) {
            return exact == null ? null : exact.halfToEven(SPEED_DECIMALS);
        }

        private static BigDecimal percent(int observed, int expected) {
            return expected == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(100L * observed)
                            .divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
        }
    }

    @Schema(name = "AirWindCoverage", description = "How many hours stand behind a mean wind")
    record WindCoverageDocument(
            @Schema(description = "Hours in which stations that read wind stood") int expected,
            @Schema(description = "Hours of stations with a speed") int observed,
            @Schema(description = "Observed of expected, one decimal") BigDecimal percent) {}

    @Schema(
            name = "AirWindRose",
            description = "Hours of stations by where the wind came from and its speed")
    record RoseDocument(
            @Schema(
                            description =
                                    "Where the classes of speed begin, m/s; the last is open above",
                            example = "[0.3, 1.6, 3.4, 5.5, 8.0]")
                    List<BigDecimal> classesFrom,
            @Schema(
                            description =
                                    "Sixteen sectors, the first centred on north, clockwise; of each the"
                                            + " hours per class")
                    List<List<Integer>> sectors,
            @Schema(description = "Calm hours") int calmHours,
            @Schema(description = "Hours that blew from an unknown direction")
                    int undirectedHours) {

        static RoseDocument of(WindRose rose) {
            List<BigDecimal> classes =
                    WindRose.CLASSES_FROM_THOUSANDTHS.stream()
                            .map(from -> Thousandths.decimal(from).setScale(1))
                            .toList();
            List<List<Integer>> sectors = new ArrayList<>();
            for (int sector = 0; sector < WindRose.SECTORS; sector++) {
                int of = sector;
                sectors.add(
                        IntStream.range(0, classes.size())
                                .mapToObj(speedClass -> rose.hours(of, speedClass))
                                .toList());
            }
            return new RoseDocument(classes, sectors, rose.calm(), rose.undirected());
        }
    }

    static List<WindDayDocument> days(WindOfCity wind) {
        return wind.days().stream()
                .map(day ->
                        new WindDayDocument(
                                day.day(), MeanWindDocument.of(day.wind(), day.expected())))
                .toList();
    }
}
