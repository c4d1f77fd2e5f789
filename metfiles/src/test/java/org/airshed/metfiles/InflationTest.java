package org.airshed.metfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class InflationTest {
    private static final int[] STRATEGIES = {
        Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY
    };

    /** Noise, runs, text-like and skewed bytes, whose codes are up to 15 bits long. */
    private static byte[] bytes(Random random, int kind, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int at = 0; at < length; at++) {
            switch (kind) {
                case 1 -> bytes[at] = (byte) (at / 300);
                case 2 -> bytes[at] = (byte) (at > 40 ? bytes[at - 1 - random.nextInt(40)] : at);
                case 3 -> bytes[at] = (byte) Math.abs(random.nextGaussian() * random.nextInt(60));
                case 4 -> bytes[at] = (byte) Integer.numberOfLeadingZeros(random.nextInt());
                default -> {}
            }
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes, int level, int strategy) {
        byte[] into = new byte[bytes.length * 2 + 100];
        try (Deflater deflater = new Deflater(level)) {
            deflater.setStrategy(strategy);
            deflater.setInput(bytes);
            deflater.finish();
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(into, length, into.length - length);
            }
            return Arrays.copyOf(into, length);
        }
    }

    @Test
    void whatIsDeflatedComesBack() throws Inflation.DamagedException {
        Random random = new Random(17);
        for (int kind = 0; kind <= 4; kind++) {
            for (int length : new int[] {0, 1, 7, 300, 70_000, 300_000}) {
                byte[] bytes = bytes(random, kind, length);
                for (int level : new int[] {0, 1, 4, 9}) {
                    for (int strategy : STRATEGIES) {
                        byte[] out = new byte[length + 4];
                        var deflated = ByteBuffer.wrap(deflated(bytes, level, strategy));
                        assertThat(new Inflation(deflated).into(out)).isEqualTo(length);
                        assertThat(Arrays.copyOf(out, length)).isEqualTo(bytes);
                    }
                }
            }
        }
    }

    @Test
    void moreThanFitsIsLeftOut() throws Inflation.DamagedException {
        byte[] bytes = bytes(new Random(3), 2, 5_000);
        for (int room : new int[] {1, 2, 3, 100, 101, 102, 4_999}) {
            byte[] out = new byte[room];
            var deflated = ByteBuffer.wrap(deflated(bytes, 6, Deflater.DEFAULT_STRATEGY));
            assertThat(new Inflation(deflated).into(out)).isEqualTo(room);
            assertThat(out).isEqualTo(Arrays.copyOf(bytes, room));
        }
    }

    @Test
    void whatEndsEarlyOrIsNoDeflateIsRefused() {
        byte[] deflated = deflated(bytes(new Random(5), 3, 9_000), 6, Deflater.DEFAULT_STRATEGY);
        var half = ByteBuffer.wrap(deflated, 0, deflated.length / 2);
        assertThatThrownBy(() -> new Inflation(half).into(new byte[9_000]))
                .isInstanceOf(Inflation.DamagedException.class);
        var none = ByteBuffer.wrap(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> new Inflation(none).into(new byte[10]))
                .isInstanceOf(Inflation.DamagedException.class);
    }

    /** Where zlib still reads damaged bytes to their end, the same values come out of both. */
    @Test
    void damageEndsInARefusalOrInWhatZlibReads() throws DataFormatException {
        Random random = new Random(23);
        byte[] whole = deflated(bytes(random, 3, 3_000), 6, Deflater.DEFAULT_STRATEGY);
        for (int trial = 0; trial < 4_000; trial++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] out = new byte[6_000];
            int length;
            try {
                length = new Inflation(ByteBuffer.wrap(damaged)).into(out);
            } catch (Inflation.DamagedException refused) {
                continue;
            }
            byte[] expected = new byte[6_000];
            int there = 0;
            try (Inflater inflater = new Inflater()) {
                inflater.setInput(damaged);
                there = inflater.inflate(expected);
            } catch (DataFormatException checksum) {
                continue;
            }
            assertThat(Arrays.copyOf(out, length)).isEqualTo(Arrays.copyOf(expected, there));
        }
    }
}
