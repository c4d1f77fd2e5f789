package org.airshed.engine.meteorology;

import java.util.Arrays;

/**
 * Heights above the ground on which prepared wind stands, the ground first, and which of them lies
 * below a height: a table of equal slots, each at most as thick as the thinnest layer, so that one
 * look and one comparison find it.
 */
public final class HeightAxis {
    /** More slots would leave the first-level cache; layers thinner than this are refused. */
    private static final int MOST_SLOTS = 1 << 14;

    private final double[] height_m;
    private final double[] perThickness; // [level] 1 / thickness of the layer above it [1/m]
    private final int[] levelOfSlot;
    private final double slotsPerMetre;

    /**
     * @param height_m the ground (0) first, ascending [m]; the top at most 16,384 times as high as
     *     the thinnest layer is thick
     */
    public HeightAxis(double... height_m) {
        this.height_m = VerticalLevels.ordered(height_m, true, "rising heights");
        if (height_m.length < 2 || height_m[0] != 0.0) {
            throw new IllegalArgumentException(
                    "expected the ground and a level or more above it, got "
                            + Arrays.toString(height_m));
        }
        int layers = height_m.length - 1;
        perThickness = new double[layers];
        double thinnest_m = Double.MAX_VALUE;
        for (int layer = 0; layer < layers; layer++) {
            double thickness_m = height_m[layer + 1] - height_m[layer];
            perThickness[layer] = 1.0 / thickness_m;
            thinnest_m = Math.min(thinnest_m, thickness_m);
        }
        double slots = Math.ceil(top_m() / thinnest_m);
        if (slots > MOST_SLOTS) {
            throw new IllegalArgumentException(
                    "expected layers of %s m or more below %s m, got %s m"
                            .formatted(top_m() / MOST_SLOTS, top_m(), thinnest_m));
        }
        slotsPerMetre = 1.0 / thinnest_m;
        levelOfSlot = new int[(int) slots + 2];
        int level = 0;
        for (int slot = 0; slot < levelOfSlot.length; slot++) {
            while (level + 2 < height_m.length && height_m[level + 1] <= slot * thinnest_m) {
                level++;
            }
            levelOfSlot[slot] = level;
        }
    }

    /** Levels for transport from the ground to 14 km, dense where people live. */
    public static HeightAxis standard() {
        return new HeightAxis(
                0, 10, 40, 80, 140, 220, 320, 450, 600, 800, 1000, 1250, 1500, 1800, 2200, 2700,
                3300, 4000, 5000, 6000, 7000, 8000, 9000, 10_000, 12_000, 14_000);
    }

    public int levels() {
        return height_m.length;
    }

    public double top_m() {
        return height_m[height_m.length - 1];
    }

    public double height_m(int level) {
        return height_m[level];
    }

    /** The level below a height of 0 to the top; of the top itself the one before the last. */
    public int level(double z_m) {
        int slot = (int) (z_m * slotsPerMetre);
        int level = levelOfSlot[Math.min(slot, levelOfSlot.length - 1)];
        // The slot begins at or above this level and ends at most one level further up.
        return level + 2 < height_m.length && z_m >= height_m[level + 1] ? level + 1 : level;
    }

    /** How far a height lies above its level, in parts of the layer: 0 to 1. */
    public double above(int level, double z_m) {
        return (z_m - height_m[level]) * perThickness[level];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeightAxis that && Arrays.equals(height_m, that.height_m);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(height_m);
    }

    @Override
    public String toString() {
        return "HeightAxis" + Arrays.toString(height_m);
    }
}
