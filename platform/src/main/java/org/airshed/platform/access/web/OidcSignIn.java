package org.airshed.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.access.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets people sign in through the configured identity provider: authorization code with PKCE. A
 * person must exist and be linked to the provider's subject, or have the verified e-mail address
 * where that is allowed; nobody is created, and no right comes from the provider.
 */
@Component
@ConditionalOnExpression("!'${airshed.oidc.issuer:}'.isBlank()")
final class OidcSignIn {
    static final String REGISTRATION = "oidc";
    static final String START = "/oauth2/authorization/" + REGISTRATION;
    private static final String SIGN_IN_PAGE = "/office/sign-in?refused=";
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcSettings settings;
    private final Accounts accounts;
    private final Sessions sessions;

    OidcSignIn(OidcSettings settings, Accounts accounts, Sessions sessions) {
        this.settings = settings;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    void open(HttpSecurity http) {
        // Asked of the provider at the first sign-in: a provider that is down does not stop us.
        ClientRegistrationRepository registrations =
                new SupplierClientRegistrationRepository(() ->
                        new org.springframework.security.oauth2.client.registration
                                .InMemoryClientRegistrationRepository(registration()));
        http.oauth2Login(login ->
                login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(
                                new HttpSessionOAuth2AuthorizedClientRepository())
                        .loginPage("/office/sign-in")
                        .successHandler(this::arrive)
                        .failureHandler((request, response, why) -> {
                            LOG.warn("sign-in through the provider failed", why);
                            refuse(request, response, "access.oidc-failed");
                        }));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "email")
                .userNameAttributeName("sub")
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private void arrive(
            HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        Optional<UUID> person =
                known.getPrincipal() instanceof OidcUser user
                        ? findPerson(user).filter(id -> accounts.findAccount(id).isPresent())
                        : Optional.empty();
        if (person.isEmpty()) {
            refuse(request, response, "access.oidc-nobody");
            return;
        }
        sessions.begin(new SessionPerson(person.get(), true), request, response);
        response.sendRedirect("/office/");
    }

    private Optional<UUID> findPerson(OidcUser user) {
        Optional<UUID> linked = accounts.findLinked(settings.issuer(), user.getName());
        boolean mayMatch = settings.matchEmail() && Boolean.TRUE.equals(user.getEmailVerified());
        return linked.isEmpty() && mayMatch && user.getEmail() != null
                ? accounts.findByEmail(user.getEmail())
                : linked;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String code)
            throws IOException {
        sessions.end(request);
        response.sendRedirect(SIGN_IN_PAGE + code);
    }
}
