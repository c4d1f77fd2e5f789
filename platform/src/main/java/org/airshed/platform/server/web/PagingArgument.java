package org.airshed.platform.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.airshed.platform.server.Cursor;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the {@link Paging} their request asks for. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest exchange,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) exchange.getNativeRequest();
        String link = link(request);
        String cursor = request.getParameter("cursor");
        Optional<List<String>> after =
                cursor == null ? Optional.empty() : Optional.of(Cursor.read(cursor, link));
        return new Paging(limit(request.getParameter("limit")), after, link);
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return Paging.USUAL_ROWS;
        }
        try {
            int limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= Paging.MOST_ROWS) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, with the other limits out of range
        }
        throw Refusal.badInput(
                "server.limit-out-of-range",
                Map.of("value", asked, "maximum", String.valueOf(Paging.MOST_ROWS)));
    }

    /** The path and the filters, in one order whatever order they were sent in. */
    private static String link(HttpServletRequest request) {
        StringBuilder link = new StringBuilder(request.getRequestURI());
        char before = '?';
        for (Map.Entry<String, String[]> entry :
                new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (entry.getKey().equals("limit") || entry.getKey().equals("cursor")) {
                continue;
            }
            for (String value : entry.getValue()) {
                link.append(before)
                        .append(URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                before = '&';
            }
        }
        return link.toString();
    }
}
