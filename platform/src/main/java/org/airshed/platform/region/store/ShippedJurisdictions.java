package org.airshed.platform.region.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airshed.platform.region.Compact;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Level;
import org.airshed.platform.region.Period;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.springframework.core.io.ClassPathResource;

/** The jurisdictions that come with the platform, and the compact of the demonstration. */
record ShippedJurisdictions(List<Jurisdiction> jurisdictions, List<JurisdictionCode> members) {
    private static final String FILE = "region/jurisdictions.csv";
    private static final String SOURCE = "GB/T 2260";
    private static final int COLUMNS = 8;

    static ShippedJurisdictions read() {
        List<Jurisdiction> jurisdictions = new ArrayList<>();
        List<JurisdictionCode> members = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ClassPathResource(FILE).getInputStream(),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code,"))
                    .forEach(line -> {
                        String[] fields = line.split(",", -1);
                        if (fields.length != COLUMNS) {
                            throw new IllegalStateException(
                                    "expected %d fields in %s, got %d: %s"
                                            .formatted(COLUMNS, FILE, fields.length, line));
                        }
                        Jurisdiction one = jurisdiction(fields);
                        jurisdictions.add(one);
                        if (fields[7].equals("yes")) {
                            members.add(one.code());
                        }
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ShippedJurisdictions(List.copyOf(jurisdictions), List.copyOf(members));
    }

    /** The demonstration's compact: it exists nowhere but here, and says so. */
    Compact demonstration() {
        Period period =
                jurisdictions.stream()
                        .map(Jurisdiction::period)
                        .min(java.util.Comparator.comparing(Period::from))
                        .orElseThrow();
        return new Compact(
                "demonstration",
                new BilingualText(
                        "京津冀及周边地区（演示）", "Beijing–Tianjin–Hebei and surroundings (demonstration)"),
                Compact.Kind.DEMONSTRATION,
                period,
                "demonstration",
                jurisdictions.stream()
                        .filter(one -> members.contains(one.code()))
                        .map(one -> new Compact.Member(one.code(), one.period()))
                        .toList());
    }

    private static Jurisdiction jurisdiction(String[] fields) {
        ZoneId zone = ZoneId.of(fields[5]);
        return new Jurisdiction(
                new JurisdictionCode(fields[0]),
                fields[4].isEmpty()
                        ? Optional.empty()
                        : Optional.of(new JurisdictionCode(fields[4])),
                Level.find(fields[3]).orElseThrow(),
                new BilingualText(fields[1], fields[2]),
                zone,
                Period.from(LocalDate.parse(fields[6]).atStartOfDay(zone).toInstant()),
                SOURCE);
    }
}
