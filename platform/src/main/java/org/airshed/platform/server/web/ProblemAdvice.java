package org.airshed.platform.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.airshed.platform.server.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a handler throws as a problem. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    /** Who may come in is decided by the filters in front: they answer these two themselves. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheDoor(RuntimeException refused) {
        throw refused;
    }

    /** The caller has gone: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void callerHasGone(AsyncRequestNotUsableException gone) {
        LOG.debug("the caller left before the answer was complete", gone);
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = ProblemOfException.of(thrown, request);
        if (thrown instanceof Refusal && problem.status() >= 500) {
            // Said on purpose, such as "still loading": a page that waits asks many times.
            LOG.info(
                    "{} {} put off: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.code());
        } else if (problem.status() >= 500) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        } else {
            LOG.debug("{} {} refused", request.getMethod(), request.getRequestURI(), thrown);
        }
        ProblemOfException.headers(thrown)
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        problems.send(problem, request, response);
    }
}
