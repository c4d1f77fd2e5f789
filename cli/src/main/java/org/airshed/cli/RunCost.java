package org.airshed.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a command cost: time since it began and the most memory the process ever held. */
final class RunCost {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final long began_ns;

    private RunCost(long began_ns) {
        this.began_ns = began_ns;
    }

    static RunCost begin() {
        return new RunCost(System.nanoTime());
    }

    /** {@code "elapsed_s=2.3 peak_memory_MiB=118"}. */
    String line() {
        double elapsed_s = (System.nanoTime() - began_ns) / 1e9;
        return String.format(
                Locale.ROOT, "elapsed_s=%.1f peak_memory_MiB=%d", elapsed_s, peak_MiB());
    }

    /** The process's resident peak where the system tells it, else the JVM's own pools. */
    private static long peak_MiB() {
        return residentPeak_KiB()
                        .orElseGet(() ->
                                ManagementFactory.getMemoryPoolMXBeans().stream()
                                        .map(MemoryPoolMXBean::getPeakUsage)
                                        .mapToLong(usage -> usage.getUsed() / 1024)
                                        .sum())
                / 1024;
    }

    private static OptionalLong residentPeak_KiB() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException unreadable) {
            // A system without this file is one where the JVM's own figures must do.
            return OptionalLong.empty();
        }
    }
}
