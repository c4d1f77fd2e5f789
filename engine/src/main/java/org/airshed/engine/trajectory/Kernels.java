package org.airshed.engine.trajectory;

/** Which kernel moves particles; a choice of speed only, all give the same bits. */
public enum Kernels {
    /** Plain Java, everywhere. */
    SCALAR,
    /** The Vector API, where the JVM was started with its module and has registers for it. */
    SIMD,
    /** The second where it is there, else the first. */
    FASTEST;

    /** The kernel, or a refusal where it is asked for by name and is not there. */
    Kernel kernel() {
        if (this == SCALAR) {
            return new ScalarKernel();
        }
        try {
            if (VectorKernel.suits()) {
                return new VectorKernel();
            }
        } catch (LinkageError withoutModule) {
            // The server runs without the module on purpose: decision 0100.
            if (this == SIMD) {
                throw new IllegalStateException(
                        "expected a JVM with --add-modules jdk.incubator.vector", withoutModule);
            }
        }
        if (this == SIMD) {
            throw new IllegalStateException("expected a machine with registers of 256 bits");
        }
        return new ScalarKernel();
    }

    /** {@code scalar} or {@code simd}: what this choice comes to in this JVM. */
    public String chosen() {
        return kernel().name();
    }
}
