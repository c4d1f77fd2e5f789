package org.airshed.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database to use; each setting is described in docs/guide/settings.md.
 *
 * @param url the external server, {@code jdbc:postgresql://host:port/database}; empty: the embedded
 *     one
 * @param user the owner of the external database, who runs the migrations
 * @param password the owner's password
 * @param appUser the role the server works as; empty: {@code <database>_app}, created when missing
 * @param appPassword its password; empty: derived from the owner's
 * @param port the embedded server's port; 0: a free one, remembered
 * @param keepRunning whether the embedded server stays when this process ends
 * @param startDeadline how long to wait for the embedded server, recovery included
 * @param poolSize most connections of this process
 */
@Validated
@ConfigurationProperties("airshed.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String appUser,
        @DefaultValue("") String appPassword,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("false") boolean keepRunning,
        @DefaultValue("120s") Duration startDeadline,
        @DefaultValue("16") @Min(2) @Max(200) int poolSize) {

    boolean external() {
        return !url.isBlank();
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + ", appUser=" + appUser + "]";
    }
}
