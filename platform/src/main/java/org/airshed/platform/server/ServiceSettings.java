package org.airshed.platform.server;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole service is told at start.
 *
 * @param mode {@code airshed.mode}: demonstration or in earnest
 * @param zone {@code airshed.zone}: the time zone of pages that show no jurisdiction of their own
 */
@ConfigurationProperties("airshed")
public record ServiceSettings(
        @DefaultValue("serve") Mode mode, @DefaultValue("Asia/Shanghai") ZoneId zone) {}
