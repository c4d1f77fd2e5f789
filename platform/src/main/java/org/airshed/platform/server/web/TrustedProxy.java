package org.airshed.platform.server.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} of the proxies named, and of
 * nobody else: who can write them can evade rate limits. The container's own way trusts every
 * private address, and on a government's network that is everybody.
 */
@Component
final class TrustedProxy
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final List<String> addresses;

    /**
     * @param addresses of the proxies, separated by commas; empty: there is none
     * @throws IllegalArgumentException when one is a host name or a range, which no caller's
     *     address would ever equal
     */
    TrustedProxy(@Value("${airshed.proxy:}") String addresses) {
        this.addresses =
                addresses.isBlank()
                        ? List.of()
                        : Arrays.stream(addresses.split(",", -1))
                                .map(address -> asCallersAreNamed(address.strip()))
                                .toList();
    }

    /** The container names a caller as the JDK writes an address: 2001:db8:0:0:0:0:0:1. */
    private static String asCallersAreNamed(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            throw new IllegalArgumentException(
                    "expected AIRSHED_PROXY as IP addresses separated by commas, got \""
                            + address
                            + "\"",
                    noLiteral);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (addresses.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setInternalProxies(
                addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        factory.addEngineValves(valve);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
