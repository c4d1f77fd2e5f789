package org.airshed.platform.server.web;

import java.util.Arrays;
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
    private final String addresses;

    /**
     * @param addresses of the proxies, separated by commas; empty: there is none
     */
    TrustedProxy(@Value("${airshed.proxy:}") String addresses) {
        this.addresses = addresses.strip();
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
                Arrays.stream(addresses.split(",", -1))
                        .map(address -> Pattern.quote(address.strip()))
                        .collect(Collectors.joining("|")));
        factory.addEngineValves(valve);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
