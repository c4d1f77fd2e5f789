package org.airshed.metfiles;

/** SI value = scale × file's value + offset. */
record Linear(double scale, double offset) {
    static final Linear SAME = new Linear(1.0, 0.0);

    /** This conversion after another one. */
    Linear after(Linear first) {
        return new Linear(scale * first.scale, scale * first.offset + offset);
    }
}
