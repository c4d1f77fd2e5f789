package org.airshed.platform.server.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Metrics, for this machine only: a listener of their own on the loopback address, so that no rule
 * of the public port, and no proxy before it, can let strangers read them. Decision 0030.
 */
@Component
final class ManagementPort {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementPort.class);
    private static final int OFF = -1;
    private static final int ANY_FREE = 0;
    private static final int LAST_PORT = 65_535;
    private static final int STOP_SECONDS = 0;

    private final ObjectProvider<PrometheusMeterRegistry> registry;
    private final @Nullable Integer asked;
    private @Nullable HttpServer listener;

    /**
     * @param asked the port; 0 for any free one, -1 for none; unset for the one after the main
     *     port, or another when that is taken
     */
    ManagementPort(
            ObjectProvider<PrometheusMeterRegistry> registry,
            @Value("${airshed.management.port:#{null}}") @Nullable Integer asked) {
        this.registry = registry;
        this.asked = asked;
    }

    @EventListener
    void open(WebServerInitializedEvent started) {
        PrometheusMeterRegistry meters = registry.getIfAvailable();
        if (meters == null || Integer.valueOf(OFF).equals(asked) || listener != null) {
            return;
        }
        HttpServer opened =
                asked != null
                        ? listen(asked).orElseThrow(() -> new ManagementPortTaken(asked))
                        : listenNextTo(started.getWebServer().getPort());
        opened.createContext("/actuator/prometheus", exchange -> answer(exchange, meters));
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.start();
        listener = opened;
        LOG.info(
                "metrics on http://127.0.0.1:{}/actuator/prometheus",
                opened.getAddress().getPort());
    }

    /** Nobody asked for the next port by name: another that is free serves as well. */
    private static HttpServer listenNextTo(int mainPort) {
        int next = mainPort + 1;
        return (next > LAST_PORT ? Optional.<HttpServer>empty() : listen(next))
                .or(() -> {
                    LOG.warn(
                            "port {} is taken: the metrics go to another;"
                                    + " AIRSHED_MANAGEMENT_PORT names one that stays",
                            next);
                    return listen(ANY_FREE);
                })
                .orElseThrow(() -> new ManagementPortTaken(next));
    }

    private static Optional<HttpServer> listen(int port) {
        try {
            return Optional.of(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 8));
        } catch (BindException taken) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @PreDestroy
    void close() {
        if (listener != null) {
            listener.stop(STOP_SECONDS);
        }
    }

    int port() {
        return listener == null ? OFF : listener.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, PrometheusMeterRegistry meters)
            throws IOException {
        try (exchange) {
            boolean asked =
                    exchange.getRequestMethod().equals("GET")
                            && exchange.getRequestURI().getPath().equals("/actuator/prometheus");
            byte[] body = asked ? meters.scrape().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders()
                    .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(asked ? 200 : 404, asked ? body.length : -1);
            exchange.getResponseBody().write(body);
        }
    }
}
