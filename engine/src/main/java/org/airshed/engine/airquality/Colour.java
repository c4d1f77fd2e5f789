package org.airshed.engine.airquality;

/** An official colour of an index level; each part 0 to 255. */
public record Colour(int red, int green, int blue) {

    public Colour {
        for (int part : new int[] {red, green, blue}) {
            if (part < 0 || part > 255) {
                throw new IllegalArgumentException("expected 0 to 255, got " + part);
            }
        }
    }

    /** The colour written {@code #00E400}. */
    public static Colour ofHex(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("expected a colour like #00E400, got " + hex);
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The colour as style sheets write it: {@code "#00E400"}. */
    public String hex() {
        return "#%02X%02X%02X".formatted(red, green, blue);
    }
}
