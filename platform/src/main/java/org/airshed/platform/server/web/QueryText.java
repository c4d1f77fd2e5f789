package org.airshed.platform.server.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import org.airshed.platform.server.Problems;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a query that is not text which can be kept, before somebody asks the container for a
 * parameter and it fails. Paths of that kind the container refuses itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class QueryText extends OncePerRequestFilter {
    private final Problems problems;

    QueryText(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refused = findRefusal(request.getQueryString());
        if (refused.isPresent()) {
            problems.send(refused.get().problem(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Refusal> findRefusal(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return Optional.empty();
        }
        for (String parameter : query.split("&", -1)) {
            try {
                String text = decoded(parameter);
                if (!UsableText.is(text)) {
                    int end = Math.max(0, text.indexOf('='));
                    return Optional.of(
                            UsableText.refusal(text.substring(0, end), text.substring(end + 1)));
                }
            } catch (CharacterCodingException | IllegalArgumentException malformed) {
                return Optional.of(
                        Refusal.badInput("server.query-unreadable", Map.of("value", parameter)));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String escaped) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(escaped, ISO_8859_1).getBytes(ISO_8859_1);
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
