package org.airshed.platform.access.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live and how often one may ask; each setting is described in
 * docs/guide/settings.md.
 *
 * @param sessionIdle a session unused for so long ends
 * @param sessionAbsolute a session ends after so long, used or not
 * @param addressPerMinute requests one address may make of the API in a minute
 * @param keyPerMinute requests one API key may make in a minute
 * @param signInPerMinute attempts to sign in from one address in a minute
 */
@Validated
@ConfigurationProperties("airshed.access")
record AccessSettings(
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionAbsolute,
        @DefaultValue("1200") @Min(1) int addressPerMinute,
        @DefaultValue("600") @Min(1) int keyPerMinute,
        @DefaultValue("20") @Min(1) int signInPerMinute) {}
