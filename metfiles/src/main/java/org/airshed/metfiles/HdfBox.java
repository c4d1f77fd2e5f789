package org.airshed.metfiles;

import java.nio.ByteBuffer;

/** A wanted box of a variable's values, found in blocks that overlap it. */
record HdfBox(int[] start, int[] count) {
    long values() {
        long values = 1;
        for (int length : count) {
            values *= length;
        }
        return values;
    }

    int end(int axis) {
        return start[axis] + count[axis];
    }

    /** Where the first chunk begins that has a part of the box. */
    int[] firstChunk(int[] chunk) {
        int[] at = new int[chunk.length];
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = start[axis] / chunk[axis] * chunk[axis];
        }
        return at;
    }

    /**
     * Hands over, row by row, what a block that stands at a place of the variable has of the box.
     */
    void runs(ByteBuffer block, int[] at, int[] shape, NcFile.Run run) {
        if (shape.length == 0) {
            run.take(block, 0, 1, 0);
        } else {
            runs(block, at, shape, run, 0, 0, 0);
        }
    }

    private void runs(
            ByteBuffer block, int[] at, int[] shape, NcFile.Run run, int axis, int from, int to) {
        int low = Math.max(start[axis], at[axis]);
        int high = Math.min(end(axis), at[axis] + shape[axis]);
        if (axis == shape.length - 1) {
            if (high > low) {
                run.take(
                        block,
                        from * shape[axis] + low - at[axis],
                        high - low,
                        to * count[axis] + low - start[axis]);
            }
            return;
        }
        for (int index = low; index < high; index++) {
            runs(
                    block,
                    at,
                    shape,
                    run,
                    axis + 1,
                    from * shape[axis] + index - at[axis],
                    to * count[axis] + index - start[axis]);
        }
    }
}
