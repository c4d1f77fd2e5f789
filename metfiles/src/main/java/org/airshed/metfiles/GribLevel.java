package org.airshed.metfiles;

/** The levels of GRIB messages that are read here. */
sealed interface GribLevel {
    /** A level of a three-dimensional field. */
    record OnLevel(LevelKey key) implements GribLevel {}

    /** A height above the ground [m]: one of a column, or 2 m and 10 m. */
    record AtHeight(double height_m) implements GribLevel {}

    record Ground() implements GribLevel {}

    record SeaLevel() implements GribLevel {}

    record WholeColumn() implements GribLevel {}

    record Unused() implements GribLevel {}

    /** Code table 4.5 of edition 2; the value as scaled. */
    static GribLevel edition2(int type, double value) {
        return switch (type) {
            case 1 -> new Ground();
            case 10, 200 -> new WholeColumn();
            case 100 -> new OnLevel(new LevelKey(LevelKey.Kind.PRESSURE, value));
            case 101 -> new SeaLevel();
            case 102 -> new OnLevel(new LevelKey(LevelKey.Kind.HEIGHT_ABOVE_SEA, value));
            case 103 -> new AtHeight(value);
            case 105 -> new OnLevel(new LevelKey(LevelKey.Kind.HYBRID, value));
            default -> new Unused();
        };
    }

    /** Code table 3 of edition 1. */
    static GribLevel edition1(int type, int value) {
        return switch (type) {
            case 1 -> new Ground();
            case 100 -> new OnLevel(new LevelKey(LevelKey.Kind.PRESSURE, value * 100.0));
            case 102 -> new SeaLevel();
            case 103 -> new OnLevel(new LevelKey(LevelKey.Kind.HEIGHT_ABOVE_SEA, value));
            case 105 -> new AtHeight(value);
            case 109 -> new OnLevel(new LevelKey(LevelKey.Kind.HYBRID, value));
            default -> new Unused();
        };
    }

    /** Where the layer stands in a step. */
    static LevelKey key(GribLevel level, boolean onLevels) {
        if (!onLevels) {
            return LevelKey.NONE;
        }
        return switch (level) {
            case OnLevel(LevelKey key) -> key;
            case AtHeight(double height_m) ->
                    new LevelKey(LevelKey.Kind.HEIGHT_ABOVE_GROUND, height_m);
            case Ground ignored -> LevelKey.NONE;
            case SeaLevel ignored -> LevelKey.NONE;
            case WholeColumn ignored -> LevelKey.NONE;
            case Unused ignored -> LevelKey.NONE;
        };
    }
}
