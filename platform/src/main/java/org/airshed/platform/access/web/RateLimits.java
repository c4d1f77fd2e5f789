package org.airshed.platform.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.airshed.platform.access.ApiKeys;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets an address, or a key, ask only so often, and says in every answer how much is left. */
final class RateLimits extends OncePerRequestFilter {
    private static final int MOST_SUBJECTS = 100_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private final AccessSettings settings;
    private final Problems problems;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_SUBJECTS)
                    .expireAfterAccess(PERIOD.multipliedBy(2))
                    .build();

    RateLimits(AccessSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** By the decoded path, as routes are found: {@code /%61pi/} leads to the same place. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        if (!passes("address " + address, settings.addressPerMinute(), request, response)) {
            return;
        }
        String key = BearerKey.of(request);
        if (key != null
                // The text of a key never stands in memory longer than its request.
                && !passes(
                        "key " + key.hashCode() + " " + key.length(),
                        settings.keyPerMinute(),
                        request,
                        response)) {
            return;
        }
        boolean signIn =
                request.getMethod().equals("POST")
                        && request.getServletPath().equals("/api/v1/session");
        if (signIn
                && !passes("sign-in " + address, settings.signInPerMinute(), request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean passes(
            String subject, int perMinute, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Bucket bucket =
                buckets.get(
                        subject,
                        any ->
                                Bucket.builder()
                                        .addLimit(limit ->
                                                limit.capacity(perMinute)
                                                        .refillGreedy(perMinute, PERIOD))
                                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Limit", String.valueOf(perMinute));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        response.setHeader(
                "RateLimit-Reset",
                String.valueOf(Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds()));
        if (probe.isConsumed()) {
            return true;
        }
        long wait_s = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
        response.setHeader("Retry-After", String.valueOf(wait_s));
        problems.send(
                new Problem(
                        429,
                        "access.too-often",
                        Map.of(
                                "limit", String.valueOf(perMinute),
                                "seconds", String.valueOf(wait_s))),
                request,
                response);
        return false;
    }

    /** The prefix every key carries, so that other schemes are left alone. */
    static final class BearerKey {
        private static final String SCHEME = "Bearer ";

        private BearerKey() {}

        static @org.jspecify.annotations.Nullable String of(HttpServletRequest request) {
            String header = request.getHeader("Authorization");
            return header != null && header.startsWith(SCHEME + ApiKeys.MARK)
                    ? header.substring(SCHEME.length()).strip()
                    : null;
        }
    }
}
