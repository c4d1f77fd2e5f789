package org.airshed.metfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The samples of a PNG image without interlace: grey, RGB or RGBA of 8 or 16 bits, grey also of 1,
 * 2 and 4 bits. Source: ISO/IEC 15948:2004. Palettes and interlace are refused; no weather file
 * uses them.
 *
 * @param samples rows from the top, of each pixel its channels in big-endian bytes
 */
record PngImage(int width, int height, int channels, int depth, byte[] samples) {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454e44;

    /**
     * @param offset of the image in the file, for the message of a refusal
     */
    static PngImage of(ByteBuffer png, Path file, long offset) throws IOException {
        if (png.remaining() < 33 || png.getLong() != SIGNATURE) {
            throw new MetFileRefusedException(file, offset, "expected a PNG image");
        }
        byte[] deflated = new byte[png.remaining()];
        int length = 0;
        int width = 0;
        int height = 0;
        int depth = 0;
        int color = -1;
        while (png.remaining() >= 12) {
            int size = png.getInt();
            int kind = png.getInt();
            if (size < 0 || size > png.remaining() - 4) {
                throw new MetFileRefusedException(
                        file, offset + png.position(), "expected a whole part of a PNG image");
            }
            int next = png.position() + size + 4;
            if (kind == HEADER && size == 13) {
                width = png.getInt();
                height = png.getInt();
                depth = png.get();
                color = png.get();
                int methods = png.getShort() << 8 | png.get(); // compression, filter, interlace
                if (methods != 0) {
                    throw new MetFileRefusedException(
                            file, offset, "expected a PNG image without interlace");
                }
            } else if (kind == DATA) {
                png.get(deflated, length, size);
                length += size;
            } else if (kind == END) {
                break;
            }
            png.position(next);
        }
        int channels = color == 0 ? 1 : color == 2 ? 3 : color == 6 ? 4 : 0;
        boolean knownDepth =
                depth == 8 || depth == 16 || color == 0 && (depth == 1 || depth == 2 || depth == 4);
        if (channels == 0 || !knownDepth || width < 1 || height < 1) {
            throw new MetFileRefusedException(
                    file,
                    offset,
                    "expected a PNG image of grey, RGB or RGBA, got colour type %d of %d bits"
                            .formatted(color, depth));
        }
        long row = ((long) width * channels * depth + 7) / 8;
        if ((row + 1) * height > FileBytes.MOST_BYTES) {
            throw new MetFileRefusedException(
                    file, offset, "expected a smaller image than %d × %d".formatted(width, height));
        }
        byte[] filtered = inflated(deflated, length, (int) ((row + 1) * height), file, offset);
        byte[] samples = unfiltered(filtered, (int) row, height, Math.max(1, channels * depth / 8));
        return new PngImage(width, height, channels, depth, samples);
    }

    private static byte[] inflated(byte[] deflated, int length, int size, Path file, long offset)
            throws IOException {
        byte[] bytes = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated, 0, length);
            int done = 0;
            int got;
            do {
                got = inflater.inflate(bytes, done, size - done);
                done += got;
            } while (got > 0 && done < size);
            if (done < size) {
                throw new MetFileRefusedException(
                        file,
                        offset,
                        "expected %d bytes of a PNG image, got %d".formatted(size, done));
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new MetFileRefusedException(
                    file, offset, "expected a deflated PNG image", damaged);
        }
    }

    private static byte[] unfiltered(byte[] filtered, int row, int height, int pixel) {
        byte[] samples = new byte[row * height];
        for (int y = 0; y < height; y++) {
            int kind = filtered[y * (row + 1)];
            for (int x = 0; x < row; x++) {
                int at = y * row + x;
                int left = x >= pixel ? samples[at - pixel] & 0xff : 0;
                int up = y > 0 ? samples[at - row] & 0xff : 0;
                int corner = x >= pixel && y > 0 ? samples[at - row - pixel] & 0xff : 0;
                int predicted =
                        switch (kind) {
                            case 1 -> left;
                            case 2 -> up;
                            case 3 -> (left + up) / 2;
                            case 4 -> paeth(left, up, corner);
                            default -> 0;
                        };
                samples[at] = (byte) (filtered[y * (row + 1) + 1 + x] + predicted);
            }
        }
        return samples;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    /** The 8-bit sample of a channel. */
    int sample(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xff;
    }
}
