package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.HeightAxis;
import org.airshed.engine.meteorology.LatLonGrid;
import org.airshed.engine.meteorology.WindPair;

/**
 * Wind on a surface instead of at a height: of equal pressure, or of equal height above the ground.
 * A parcel there is carried by no upward wind.
 */
final class SurfaceWind implements Wind {
    private final WindPair pair;
    private final GridWind wind;
    private final double pressure_Pa; // NaN: the height stays

    private SurfaceWind(WindPair pair, double pressure_Pa) {
        this.pair = pair;
        this.wind = new GridWind(pair);
        this.pressure_Pa = pressure_Pa;
    }

    static SurfaceWind ofHeight(WindPair pair) {
        return new SurfaceWind(pair, Double.NaN);
    }

    static SurfaceWind ofPressure(WindPair pair, double pressure_Pa) {
        return new SurfaceWind(pair, pressure_Pa);
    }

    /** The surface's height at a place; NaN where it is below the ground or above the top. */
    double height_m(double column, double row, double z_m, float share) {
        if (Double.isNaN(pressure_Pa)) {
            return z_m;
        }
        HeightAxis heights = pair.heights();
        double below_Pa = pair.value(column, row, 0, 3, share);
        if (!(below_Pa >= pressure_Pa)) {
            return Double.NaN;
        }
        for (int level = 1; level < heights.levels(); level++) {
            double above_Pa = pair.value(column, row, heights.height_m(level), 3, share);
            if (above_Pa <= pressure_Pa) {
                double part = (below_Pa - pressure_Pa) / (below_Pa - above_Pa);
                double low_m = heights.height_m(level - 1);
                return below_Pa == above_Pa
                        ? low_m
                        : low_m + part * (heights.height_m(level) - low_m);
            }
            below_Pa = above_Pa;
        }
        return Double.NaN;
    }

    @Override
    public void sample(double column, double row, double z_m, float share, double[] uvw) {
        double surface_m = height_m(column, row, z_m, share);
        if (Double.isNaN(surface_m)) {
            uvw[0] = Double.NaN;
            return;
        }
        wind.sample(column, row, surface_m, share, uvw);
        uvw[2] = 0;
    }

    @Override
    public void samplePolar(
            int side,
            double longitude_rad,
            double row,
            double z_m,
            double stretch,
            float share,
            double[] xyw) {
        LatLonGrid angles = (LatLonGrid) pair.grid();
        double column =
                pair.turned(
                        (StrictMath.toDegrees(longitude_rad) - angles.west_deg())
                                / angles.columnStep_deg());
        double inside = Math.clamp(row, 0.0, angles.rows() - 1.0);
        double surface_m = height_m(column, inside, z_m, share);
        if (Double.isNaN(surface_m)) {
            xyw[0] = Double.NaN;
            return;
        }
        wind.samplePolar(side, longitude_rad, row, surface_m, stretch, share, xyw);
        xyw[2] = 0;
    }
}
