package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.WindPair;

/** Advances a tile by the midpoint method; all kernels give the same bits. */
interface Kernel {
    /** Does all the steps for all the tile's particles. */
    void advance(Tile tile, WindPair wind, Steps steps);

    /** {@code scalar} or {@code simd}. */
    String name();
}
