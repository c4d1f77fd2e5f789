package org.airshed.platform.server.web;

/** The port asked for health and metrics is taken. */
final class ManagementPortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int port;

    ManagementPortTaken(int port) {
        super("management port " + port + " is taken");
        this.port = port;
    }

    int port() {
        return port;
    }
}
