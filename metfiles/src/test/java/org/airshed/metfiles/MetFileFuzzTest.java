package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airshed.realdata.NeedsRealData;
import org.airshed.realdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: read or refused, and nothing else. Seeded, so that what fails fails again. */
class MetFileFuzzTest {
    private static final int MUTANTS = 150;
    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    @TempDir Path folder = Path.of("");

    @Test
    @NeedsRealData
    void damagedNetcdf3IsReadOrRefused() throws IOException {
        damage(RealData.file("era5-utm32/era5_utm32_2025_05_01_00.nc"), 20_000, 1);
    }

    @Test
    @NeedsRealData
    void damagedNetcdf4IsReadOrRefused() throws IOException {
        Path deflated = folder.resolve("deflated.nc");
        Tools.lines(
                "nccopy",
                "-s",
                "-d1",
                RealData.file("era5-utm32/era5_utm32_2025_05_01_00.nc") + "",
                deflated + "");
        damage(deflated, Integer.MAX_VALUE, 2);
    }

    @Test
    @NeedsRealData
    void damagedWeatherOfPointsIsReadOrRefused() throws IOException {
        String positions = "beijing_grid_gps_info.csv";
        Files.copy(RealData.file("kdd-beijing-2018/" + positions), folder.resolve(positions));
        damage(RealData.file("kdd-beijing-2018/2018-04-28_grid_meo.csv.gz"), 400, 8);
    }

    @Test
    void damagedArlIsReadOrRefused() throws IOException {
        damage(ArlSample.file(folder, ArlSample.LAMBERT), 600, 10);
    }

    @Test
    void damagedWrfIsReadOrRefused() throws IOException {
        damage(WrfSample.netcdf(folder, "classic", 1), Integer.MAX_VALUE, 9);
    }

    @Test
    @NeedsRealData
    void damagedGrib2IsReadOrRefused() throws IOException {
        Path ccsds = RealData.file("met-formats/20240101000000-0h-oper-fc.grib2.0-10.grib2");
        Path one = folder.resolve("one.grib2");
        byte[] all = Files.readAllBytes(ccsds);
        long length = java.nio.ByteBuffer.wrap(all).getLong(8);
        Files.write(one, Arrays.copyOf(all, (int) length));
        damage(one, 400, 3);
        damage(one, Integer.MAX_VALUE, 4);
        for (String packing : List.of("grid_simple", "grid_complex_spatial_differencing")) {
            Path copy = folder.resolve(packing);
            Tools.lines("grib_set", "-r", "-s", "packingType=" + packing, one + "", copy + "");
            damage(copy, 3000, 5);
        }
    }

    @Test
    @NeedsRealData
    void damagedGrib1IsReadOrRefused() throws IOException {
        byte[] all = Files.readAllBytes(RealData.file("met-formats/era5-2mt-2019-03-uk.grib"));
        Path some = folder.resolve("some.grib");
        Files.write(some, Arrays.copyOf(all, 2 * 3360));
        damage(some, Integer.MAX_VALUE, 6);
    }

    @Test
    @NeedsRealData
    void aDamagedImageIsReadOrRefused() throws IOException {
        Path image = folder.resolve("wind.png");
        Files.copy(RealData.file("gfs-wind-20161120/2016112000.png"), image);
        Files.copy(RealData.file("gfs-wind-20161120/2016112000.json"), folder.resolve("wind.json"));
        Files.copy(folder.resolve("wind.json"), folder.resolve("mutant.json"));
        damage(image, Integer.MAX_VALUE, 7);
    }

    /** Flips bytes among the first ones, cuts the file, or both. */
    private void damage(Path original, int within, long seed) throws IOException {
        byte[] whole = Files.readAllBytes(original);
        SplittableRandom random = new SplittableRandom(seed);
        Path mutant = folder.resolve("mutant.png");
        int refused = 0;
        for (int number = 0; number < MUTANTS; number++) {
            byte[] bytes = whole.clone();
            int flips = number % 5 == 0 ? 0 : 1 + random.nextInt(8);
            for (int flip = 0; flip < flips; flip++) {
                int at = random.nextInt(Math.min(within, bytes.length));
                bytes[at] = (byte) random.nextInt(256);
            }
            if (flips == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            Files.write(mutant, bytes);
            refused += readOrRefuse(mutant, original, seed, number);
        }
        assertThat(refused).as("refused of %s", original).isPositive();
        System.out.printf("fuzz %s: %d of %d refused%n", original.getFileName(), refused, MUTANTS);
    }

    private static int readOrRefuse(Path mutant, Path original, long seed, int number) {
        long began = System.nanoTime();
        try (MetArchive archive = MetArchive.open(List.of(mutant), Progress.unwatched())) {
            for (Instant time : archive.times().stream().limit(3).toList()) {
                archive.step(time);
            }
            return 0;
        } catch (MetFileRefusedException refused) {
            assertThat(refused.getMessage()).contains("expected");
            return 1;
        } catch (IOException | RuntimeException | Error wrong) {
            return fail(
                    "%s, seed %d, mutant %d".formatted(original.getFileName(), seed, number),
                    wrong);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(MOST_TIME);
        }
    }
}
