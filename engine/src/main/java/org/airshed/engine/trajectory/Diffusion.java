package org.airshed.engine.trajectory;

/**
 * A random walk of constant diffusivity beside the mean wind: each step adds a normal displacement
 * of standard deviation √(2 K |Δt|) along each axis, so that the variance grows as 2 K t (Einstein
 * 1905). It stands for unresolved motion where no turbulence of the boundary layer is computed.
 *
 * @param horizontal_m2ps K along the ground [m²/s]
 * @param vertical_m2ps K upward [m²/s]
 * @param seed of the numbers, which are functions of it, the particle and the step
 */
public record Diffusion(double horizontal_m2ps, double vertical_m2ps, long seed) {
    public Diffusion {
        if (!(horizontal_m2ps >= 0 && horizontal_m2ps < 1e7)
                || !(vertical_m2ps >= 0 && vertical_m2ps < 1e4)) {
            throw new IllegalArgumentException(
                    "expected diffusivities from 0 to 10^7 and 10^4 m²/s, got %s and %s"
                            .formatted(horizontal_m2ps, vertical_m2ps));
        }
    }

    double horizontal_m(double step_s) {
        return Math.sqrt(2 * horizontal_m2ps * Math.abs(step_s));
    }

    double vertical_m(double step_s) {
        return Math.sqrt(2 * vertical_m2ps * Math.abs(step_s));
    }
}
