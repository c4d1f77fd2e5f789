package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.MetLabel;
import org.airshed.engine.meteorology.MetVariable;

/**
 * Wind at 10 m as the colours of a global PNG: red is u, green is v, each from 0 to 255 between the
 * least and the greatest value that the JSON file of the same name gives; the first column stands
 * at 180° W and the first row at 90° N. One step of colour is about 0.2 m/s.
 */
final class PngWind {
    private static final long MOST_JSON_BYTES = 65_536;

    private static final Pattern DATE =
            Pattern.compile(
                    "\"date\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})T(\\d{1,4}):(\\d{2})(?::\\d{2})?Z\"");

    private PngWind() {}

    static OpenedFile open(FileBytes bytes) throws IOException {
        Path file = bytes.file();
        String name = file.getFileName() + "";
        Path side = file.resolveSibling(name.replaceFirst("(?i)\\.png$", "") + ".json");
        if (!Files.isRegularFile(side) || Files.size(side) > MOST_JSON_BYTES) {
            throw bytes.refused(
                    -1, "expected %s beside the image of the wind".formatted(side.getFileName()));
        }
        String json = Files.readString(side, StandardCharsets.ISO_8859_1);
        ByteBuffer png = bytes.bytes(0, bytes.size(), "a PNG image");
        PngImage image = PngImage.of(png, file, 0);
        int width = (int) number(json, "width", side);
        int height = (int) number(json, "height", side);
        if (image.channels() < 3
                || image.depth() != 8
                || image.width() != width
                || image.height() != height) {
            throw bytes.refused(
                    0,
                    "expected an RGB image of %d × %d as %s says, got %d × %d"
                            .formatted(
                                    width,
                                    height,
                                    side.getFileName(),
                                    image.width(),
                                    image.height()));
        }
        Instant time = time(json, side);
        double step_deg = 360.0 / width;
        LatLonGrid grid =
                new LatLonGrid(
                        width, height, -180, 90 - (height - 1) * step_deg, step_deg, step_deg);
        return new OpenedFile(
                file,
                "wind as PNG",
                grid,
                List.of(
                        slice(MetVariable.EASTWARD_WIND_10M, time, image, 0, json, "u", side),
                        slice(MetVariable.NORTHWARD_WIND_10M, time, image, 1, json, "v", side)),
                Optional.empty(),
                Optional.of(10.0),
                Set.of(MetLabel.SINGLE_LEVEL),
                List.of(),
                bytes);
    }

    private static Slice slice(
            MetVariable variable,
            Instant time,
            PngImage image,
            int channel,
            String json,
            String letter,
            Path side)
            throws IOException {
        double least = number(json, letter + "Min", side);
        double greatest = number(json, letter + "Max", side);
        return new Slice(
                variable,
                time,
                List.of(LevelKey.NONE),
                false,
                (into, offsets) -> {
                    for (int y = 0; y < image.height(); y++) {
                        int to = offsets[0] + (image.height() - 1 - y) * image.width();
                        for (int x = 0; x < image.width(); x++) {
                            double share = image.sample(x, y, channel) / 255.0;
                            into[to + x] = (float) (least + share * (greatest - least));
                        }
                    }
                });
    }

    private static double number(String json, String key, Path side) throws IOException {
        Matcher matcher =
                Pattern.compile(
                                "\""
                                        + key
                                        + "\"\\s*:\\s*(-?\\d{1,9}(?:\\.\\d{1,15})?)\\s*[,}\\r\\n]")
                        .matcher(json);
        if (!matcher.find()) {
            throw new MetFileRefusedException(side, -1, "expected a number \"" + key + "\"");
        }
        return Double.parseDouble(matcher.group(1));
    }

    /** The hour is written as GRIB codes it by some: {@code T600:00Z} and {@code T1800:00Z}. */
    private static Instant time(String json, Path side) throws IOException {
        Matcher matcher = DATE.matcher(json);
        if (!matcher.find()) {
            throw new MetFileRefusedException(
                    side, -1, "expected a \"date\" such as 2016-11-20T06:00Z");
        }
        int written = Integer.parseInt(matcher.group(2));
        int hour = matcher.group(2).length() > 2 && written % 100 == 0 ? written / 100 : written;
        try {
            return LocalDate.parse(matcher.group(1))
                    .atTime(hour, Integer.parseInt(matcher.group(3)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            throw new MetFileRefusedException(
                    side, -1, "expected a \"date\", got " + matcher.group(), noTime);
        }
    }
}
