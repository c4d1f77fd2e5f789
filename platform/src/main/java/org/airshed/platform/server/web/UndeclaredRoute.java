package org.airshed.platform.server.web;

import java.util.List;

/** A route does not say whom it is for, or says it twice. */
final class UndeclaredRoute extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UndeclaredRoute(List<String> faults) {
        super(String.join("\n", faults));
    }
}
