package org.airshed.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The identity provider of web/test/oidc-provider.mjs, run by Node.js on a free loopback port. Its
 * standard input is this process: it ends when that is closed, whatever becomes of the test.
 */
final class IdentityProvider implements AutoCloseable {
    static final String CLIENT = "airshed";
    static final String SECRET = "known to the test and its provider only";
    private static final int LONGEST_START_S = 60;
    private final Process process;
    private final String issuer;

    private IdentityProvider(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    /** Starts it, or fails saying what is missing and how to get it. */
    static IdentityProvider start() {
        Path web = Path.of(System.getProperty("airshed.root", ".."), "web");
        assertThat(web.resolve("node_modules/oidc-provider"))
                .as("npm oidc-provider is missing: run \"npm ci\" in web/, as ./airshed test does")
                .isDirectory();
        try {
            Path log = Files.createTempFile("oidc-provider", ".log");
            Process process =
                    new ProcessBuilder("node", "test/oidc-provider.mjs", CLIENT, SECRET)
                            .directory(web.toFile())
                            .redirectError(log.toFile())
                            .start();
            return new IdentityProvider(process, issuer(process, log));
        } catch (IOException absent) {
            throw new AssertionError(
                    "Node.js 20 or later is missing: install it, as ./airshed test asks", absent);
        }
    }

    /** The line it prints once it answers. */
    private static String issuer(Process process, Path log) throws IOException {
        BufferedReader lines = process.inputReader();
        FutureTask<String> first = new FutureTask<>(lines::readLine);
        Thread.ofVirtual().start(first);
        try {
            String line = first.get(LONGEST_START_S, TimeUnit.SECONDS);
            assertThat(line).as(Files.readString(log)).startsWith("issuer ");
            return line.substring("issuer ".length());
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            process.destroyForcibly();
            throw new AssertionError(
                    "the identity provider did not start: " + Files.readString(log), failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
