package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.airshed.engine.airquality.HourlyIndex;
import org.airshed.engine.quantity.Thousandths;
import org.airshed.stationfiles.HourlyRowTest.Gathered;

/** A table written and read again is the same, whatever the order of its columns. */
class MappedFilePropertyTest {
    private static final List<String> TITLES =
            List.of(
                    "编号", "name", "city", "lon", "lat", "时间", "SO2", "NO2", "CO", "O3", "PM10",
                    "PM2.5");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/M/d H:mm").withZone(ZoneOffset.ofHours(8));
    private static final String MAPPING =
            """
            station = 编号
            station.name = name
            area = city
            longitude = lon
            latitude = lat
            time = 时间
            time.pattern = yyyy/M/d H:mm
            time.zone = +08:00
            time.labels = end
            so2 = SO2
            no2 = NO2
            co = CO
            o3 = O3
            pm10 = PM10
            pm2_5 = PM2.5
            unit.so2 = ug/m3
            unit.no2 = ug/m3
            unit.co = mg/m3
            unit.o3 = ug/m3
            unit.pm10 = ug/m3
            unit.pm2_5 = ug/m3
            """;

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("rows") List<KeptRow> rows, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<String> order = new ArrayList<>(TITLES);
        order.add("unused");
        Collections.shuffle(order, random);
        char separator = ",;\t".charAt(random.nextInt(3));
        boolean gbk = random.nextBoolean();
        StringBuilder table = new StringBuilder(String.join(separator + "", order) + "\r\n");
        for (KeptRow row : rows) {
            List<String> cells = order.stream().map(title -> quoted(cell(row, title))).toList();
            table.append(String.join(separator + "", cells)).append('\n');
        }
        Gathered gathered = new Gathered();
        String mapping =
                "%s\nseparator = %s".formatted(MAPPING, separator == '\t' ? "tab" : separator);
        FileEnd end =
                MappedFile.read(
                        "random.csv",
                        new ByteArrayInputStream(
                                table.toString()
                                        .getBytes(gbk ? Words.CHINESE : StandardCharsets.UTF_8)),
                        MappingTest.mapping(mapping),
                        Instant.parse("2040-01-01T00:00:00Z"),
                        gathered);
        assertThat(gathered.rejects).isEmpty();
        assertThat(end).isEqualTo(new FileEnd.Complete(rows.size(), 0));
        for (int place = 0; place < rows.size(); place++) {
            assertThat(gathered.rows.get(place)).isEqualTo(onLine(rows.get(place), place + 2));
        }
    }

    private static String cell(KeptRow row, String title) {
        return switch (title) {
            case "编号" -> row.stationCode();
            case "name" -> row.stationName();
            case "city" -> row.area();
            case "lon" -> BigDecimal.valueOf(row.longitude_deg()).toPlainString();
            case "lat" -> BigDecimal.valueOf(row.latitude_deg()).toPlainString();
            case "时间" -> TIME.format(row.hourEnd());
            case "unused" -> "any, thing";
            default -> {
                int value = row.hourly_thousandths(TITLES.indexOf(title) - 6);
                yield value == Thousandths.ABSENT
                        ? "NA"
                        : BigDecimal.valueOf(value, 3).toPlainString();
            }
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static KeptRow onLine(KeptRow row, long line) {
        return new KeptRow(
                line,
                row.stationCode(),
                row.stationName(),
                row.area(),
                row.longitude_deg(),
                row.latitude_deg(),
                row.hourEnd_s(),
                row.means_thousandths());
    }

    @Provide
    Arbitrary<List<KeptRow>> rows() {
        Arbitrary<String> words =
                Arbitraries.strings().withChars("红庙街安阳市北京,;\"AB9-").ofMinLength(1).ofMaxLength(12);
        Arbitrary<Integer> means =
                Arbitraries.integers()
                        .between(0, 150_000)
                        .injectNull(0.1)
                        .map(mean -> mean == null ? Thousandths.ABSENT : mean);
        return Combinators.combine(
                        words,
                        words,
                        words,
                        Arbitraries.integers().between(-1_799_999, 1_799_999),
                        Arbitraries.integers().between(-899_999, 899_999),
                        Arbitraries.integers().between(24, 600_000),
                        means.list().ofSize(HourlyIndex.WIDTH))
                .as((code, name, area, longitude, latitude, hour, values) ->
                        new KeptRow(
                                0,
                                code,
                                name,
                                area,
                                longitude / 1e4,
                                latitude / 1e4,
                                hour * 3600L,
                                values))
                .list()
                .ofMaxSize(30);
    }
}
