package org.airshed.platform.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in a sentence why the server could not start, and what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements FailureAnalyzer {
    private static final int MOST_CAUSES = 30;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof PortInUseException port) {
                return portTaken(port.getPort(), "--port", port);
            }
            if (cause instanceof ManagementPortTaken taken) {
                return portTaken(taken.port(), "AIRSHED_MANAGEMENT_PORT", taken);
            }
            if (cause instanceof UndeclaredRoute undeclared) {
                return new FailureAnalysis(
                        "Routes that do not say whom they are for:\n" + undeclared.getMessage(),
                        "Give each exactly one of @OpenToAll, @ForSignedIn, @ForActors, @ForReaders.",
                        undeclared);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static FailureAnalysis portTaken(int port, String option, Throwable cause) {
        return new FailureAnalysis(
                "Port " + port + " is taken by another program on this machine.",
                "Stop that program (`ss -ltnp | grep :"
                        + port
                        + "` names it), or choose another port with "
                        + option
                        + ".",
                cause);
    }
}
