package org.airshed.platform.access.web;

import java.util.List;
import java.util.Map;
import org.airshed.platform.access.Accounts;
import org.airshed.platform.access.ApiKeys;
import org.airshed.platform.access.CurrentViewer;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The doors of the server: what every request passes on its way in. Whom a route is for is decided
 * by {@link RightsInterceptor} from what the route declares.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, OidcSettings.class})
class Doors implements WebMvcConfigurer {
    private final RightsInterceptor rights;

    Doors(RightsInterceptor rights) {
        this.rights = rights;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rights);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RightsArguments());
    }

    /** Nobody is known by Spring's own means; its default user with a logged password goes. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new org.springframework.security.authentication.BadCredentialsException(
                    "sign in at /api/v1/session");
        };
    }

    /**
     * Requests are counted and timed as a whole. To time each of the two dozen filters of each of
     * them as well costs more than the filters do.
     */
    @Bean
    SecurityObservationSettings requestsAreObservedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("AIRSHED");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        // Secure follows the request: set behind https, absent on a demonstration's http.
        return cookie;
    }

    /** Put around the store of sessions: a bean beside it would make Spring leave it out. */
    @Bean
    static BeanPostProcessor sparingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new SparingSessions<>(stored)
                        : bean;
            }
        };
    }

    @Bean
    SecurityFilterChain doorsInOrder(
            HttpSecurity http,
            AccessSettings settings,
            Sessions sessions,
            Accounts accounts,
            ApiKeys keys,
            CurrentViewer current,
            Problems problems,
            ObjectProvider<OidcSignIn> oidc)
            throws Exception {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        http.csrf(
                        csrf -> {
                            csrf.spa();
                            csrf.csrfTokenRepository(tokens);
                            // No browser adds this header by itself: there is nothing to forge.
                            csrf.ignoringRequestMatchers(
                                    request -> RateLimits.BearerKey.of(request) != null);
                        })
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                // Sessions.begin takes a new session. A new id given before would hide the old row
                // from
                // its invalidate(), and the browser would go on under the id it brought.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.defaultsDisabled().cacheControl(any -> {}))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, why) ->
                                        problems.send(
                                                new Problem(401, "access.sign-in-needed", Map.of()),
                                                request,
                                                response))
                                .accessDeniedHandler((request, response, why) ->
                                        problems.send(
                                                new Problem(
                                                        403, "access.csrf-token-missing", Map.of()),
                                                request,
                                                response)))
                .addFilterBefore(
                        new RateLimits(settings, problems), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new ViewerFilter(sessions, accounts, keys, current, problems),
                        AuthorizationFilter.class);
        oidc.ifAvailable(signIn -> signIn.open(http));
        return http.build();
    }
}
