package org.airshed.platform.sharing.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where exports are kept, how long and how many; each setting is described in
 * docs/guide/settings.md.
 *
 * @param folder {@code airshed.sharing.folder}: empty: folder {@code exports} of the home
 * @param keep {@code airshed.sharing.keep}: a file is removed so long after it was written
 * @param disk {@code airshed.sharing.disk}: the most all files take together
 * @param queued {@code airshed.sharing.queued}: exports of one person that are not complete
 */
@Validated
@ConfigurationProperties("airshed.sharing")
record SharingSettings(
        @DefaultValue("") String folder,
        @DefaultValue("72h") Duration keep,
        @DefaultValue("10GB") DataSize disk,
        @DefaultValue("5") @Min(1) @Max(1000) int queued) {
    SharingSettings {
        if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "expected AIRSHED_EXPORT_KEEP of at least 1m, got " + keep);
        }
        if (disk.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "expected AIRSHED_EXPORT_DISK of at least 1B, got " + disk);
        }
    }

    /** The folder, given the home that stands when none was set. */
    Path folder(Path home) {
        return folder.isBlank()
                ? home.resolve("exports")
                : Path.of(folder).toAbsolutePath().normalize();
    }
}
