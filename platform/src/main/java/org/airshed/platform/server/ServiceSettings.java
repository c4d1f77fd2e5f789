package org.airshed.platform.server;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the whole service is told at start.
 *
 * @param mode {@code airshed.mode}: demonstration or in earnest
 * @param zone {@code airshed.zone}: the time zone whose natural days are derived and stored, and
 *     that pages show; the first import fixes it
 * @param jsonBody {@code airshed.json-body}: the largest JSON body of a request
 */
@ConfigurationProperties("airshed")
public record ServiceSettings(
        @DefaultValue("serve") Mode mode,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("1MB") DataSize jsonBody) {
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public ServiceSettings {
        if (jsonBody.toBytes() < 1 || jsonBody.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "expected AIRSHED_JSON_BODY of 1B to 1GB, got " + jsonBody);
        }
    }
}
