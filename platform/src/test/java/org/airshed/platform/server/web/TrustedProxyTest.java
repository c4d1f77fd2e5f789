package org.airshed.platform.server.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxyTest {
    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/8", "10.0.0.1,", "127.0.0.1 10.0.0.1"})
    void whatCouldNeverMatchAnAddressIsRefusedAtTheStart(String addresses) {
        assertThatThrownBy(() -> new TrustedProxy(addresses))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AIRSHED_PROXY");
    }

    @Test
    void addressesOfBothFamiliesAreProxies() {
        assertThatCode(() -> new TrustedProxy("127.0.0.1, 10.0.0.1,2001:db8::1"))
                .doesNotThrowAnyException();
        assertThatCode(() -> new TrustedProxy("")).doesNotThrowAnyException();
    }
}
