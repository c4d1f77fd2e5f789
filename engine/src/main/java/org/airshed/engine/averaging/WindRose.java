package org.airshed.engine.averaging;

import java.util.List;

/**
 * How often the wind came from each of sixteen sectors, by speed. The first sector is centred on
 * north and they go clockwise. See docs/science/wind.md.
 */
public final class WindRose {
    public static final int SECTORS = 16;

    /**
     * Where the classes of speed begin, thousandths of m/s: Beaufort forces 1 to 4, and 5 with all
     * above.
     */
    public static final List<Integer> CLASSES_FROM_THOUSANDTHS =
            List.of(WindHour.CALM_BELOW_THOUSANDTHS, 1600, 3400, 5500, 8000);

    private static final int SECTOR_THOUSANDTHS = 360_000 / SECTORS;

    private final int[][] hours =
            new int[SECTORS][CLASSES_FROM_THOUSANDTHS.size()]; // [sector][class]
    private int calm;
    private int undirected;

    private WindRose() {}

    /** The rose of these hours; those without a speed are left out. */
    public static WindRose of(Iterable<WindHour> of) {
        WindRose rose = new WindRose();
        for (WindHour hour : of) {
            if (hour.directed()) {
                rose.hours[sector(hour.from_thousandths())][speedClass(hour.speed_thousandths())]++;
            } else if (hour.calm()) {
                rose.calm++;
            } else if (hour.observed()) {
                rose.undirected++;
            }
        }
        return rose;
    }

    /** The sector of a direction; one exactly between two belongs to the next clockwise. */
    static int sector(int from_thousandths) {
        return (from_thousandths + SECTOR_THOUSANDTHS / 2) / SECTOR_THOUSANDTHS % SECTORS;
    }

    /** Of a speed that is not calm. */
    private static int speedClass(int speed_thousandths) {
        int at = CLASSES_FROM_THOUSANDTHS.size() - 1;
        while (speed_thousandths < CLASSES_FROM_THOUSANDTHS.get(at)) {
            at--;
        }
        return at;
    }

    /** Hours of a sector and class, both counted from 0. */
    public int hours(int sector, int speedClass) {
        return hours[sector][speedClass];
    }

    /** Calm hours. */
    public int calm() {
        return calm;
    }

    /** Hours that blew, but from where was not read. */
    public int undirected() {
        return undirected;
    }
}
