package org.airshed.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id by which one request is found in answers, logs and acts. A caller may bring its own in
 * {@code X-Request-Id}; every answer carries it back.
 */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";

    /** The name under which log lines carry the id. */
    public static final String LOG_FIELD = "requestId";

    /** The name under which log lines carry the id of the act a request recorded last. */
    public static final String ACT_LOG_FIELD = "actId";

    private static final String ATTRIBUTE = RequestId.class.getName();
    // Wide enough for UUIDs, W3C trace ids and ULIDs; too narrow to write into a log or a header.
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private RequestId() {}

    /** The id of the request now being answered by this thread, or empty outside one. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(LOG_FIELD));
    }

    /** The id of a request: the one it brought if that is well formed, else a new one. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = accepted(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String accepted(@Nullable String brought) {
        return brought != null && SHAPE.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
    }
}
