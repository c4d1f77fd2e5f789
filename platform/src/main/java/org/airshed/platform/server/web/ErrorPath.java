package org.airshed.platform.server.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers as problems what failed outside any handler: in a filter, or in the container. */
@Hidden
@RestController
final class ErrorPath implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPath.class);
    private final Problems problems;

    ErrorPath(Problems problems) {
        this.problems = problems;
    }

    @OpenToAll
    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem =
                thrown instanceof Throwable cause
                        ? ProblemOfException.of(root(cause), request)
                        : ProblemOfException.ofStatus(
                                status instanceof Integer code ? code : 404, request);
        if (problem.status() >= 500 && thrown instanceof Throwable cause) {
            LOG.error("a request failed outside its handler", cause);
        }
        problems.send(problem, request, response);
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof jakarta.servlet.ServletException && cause != null ? cause : thrown;
    }
}
