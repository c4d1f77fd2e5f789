package org.airshed.platform.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in through an identity provider; each setting is described in docs/guide/settings.md.
 *
 * @param issuer the provider's issuer; empty: nobody signs in this way
 * @param matchEmail whether a verified e-mail address finds a person who is not linked
 */
@ConfigurationProperties("airshed.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("统一身份认证") String labelZh,
        @DefaultValue("Single sign-on") String labelEn,
        @DefaultValue("false") boolean matchEmail) {

    boolean configured() {
        return !issuer.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
