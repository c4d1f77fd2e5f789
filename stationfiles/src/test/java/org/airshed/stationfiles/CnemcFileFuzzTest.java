package org.airshed.stationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes are: rows, rejects, or the one documented exception. */
class CnemcFileFuzzTest {

    @Property(tries = 2000)
    void randomBytesNeverSurprise(@ForAll @Size(max = 2000) byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 2000)
    void randomBytesBehindAHeaderNeverSurprise(@ForAll("almostRows") String rows) {
        read((CnemcFileTest.HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2000)
    void aGoodFileWithDamagedBytesNeverSurprises(
            @ForAll @Size(max = 20) byte[] damage, @ForAll @IntRange(max = 600) int at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] good =
                (CnemcFileTest.HEADER + CnemcFileTest.GOOD.repeat(3))
                        .getBytes(StandardCharsets.UTF_8);
        int place = Math.min(at, good.length);
        bytes.write(good, 0, place);
        bytes.writeBytes(damage);
        bytes.write(good, place, good.length - place);
        read(bytes.toByteArray());
    }

    @Property(tries = 500)
    void aDamagedGzipNeverSurprises(@ForAll byte damage, @ForAll @IntRange(max = 2000) int at)
            throws java.io.IOException {
        byte[] zipped = CnemcFileTest.gzip(CnemcFileTest.HEADER + CnemcFileTest.GOOD.repeat(30));
        zipped[at % zipped.length] = damage;
        read(zipped);
    }

    @Provide
    Arbitrary<String> almostRows() {
        return Arbitraries.of(
                        "2026-03-01T0100",
                        "1819A",
                        "114.3552",
                        "36.1",
                        "安阳市",
                        "NA",
                        "/",
                        "",
                        "0.3",
                        "颗粒物(PM10)",
                        "\"",
                        ",",
                        "\n",
                        "\r\n",
                        "-1",
                        "9".repeat(40),
                        "\uFFFF",
                        ".")
                .list()
                .ofMaxSize(120)
                .map(words -> String.join(",", words));
    }

    private static void read(byte[] bytes) {
        AtomicLong rows = new AtomicLong();
        AtomicLong rejects = new AtomicLong();
        try {
            FileEnd end =
                    CnemcFile.read(
                            "fuzz",
                            new ByteArrayInputStream(bytes),
                            new CnemcVisitor() {
                                @Override
                                public void row(CnemcRow row) {
                                    rows.incrementAndGet();
                                }

                                @Override
                                public void reject(Reject reject) {
                                    assertThat(reject.message()).isNotBlank();
                                    rejects.incrementAndGet();
                                }
                            });
            assertThat(end.rows()).isEqualTo(rows.get());
            assertThat(end.rejects()).isEqualTo(rejects.get());
        } catch (UnusableFileException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }
}
