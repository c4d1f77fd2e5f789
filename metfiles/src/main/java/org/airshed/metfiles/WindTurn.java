package org.airshed.metfiles;

import java.util.Map;
import java.util.Set;
import org.airshed.engine.meteorology.GridPoint;
import org.airshed.engine.meteorology.HorizontalGrid;
import org.airshed.engine.meteorology.MetField;
import org.airshed.engine.meteorology.MetVariable;

/** Turns wind and stress along a grid's axes towards the earth's east and north, in place. */
final class WindTurn {
    private static final Map<MetVariable, MetVariable> NORTH_OF =
            Map.of(
                    MetVariable.EASTWARD_WIND, MetVariable.NORTHWARD_WIND,
                    MetVariable.EASTWARD_WIND_10M, MetVariable.NORTHWARD_WIND_10M,
                    MetVariable.EASTWARD_STRESS, MetVariable.NORTHWARD_STRESS);

    private WindTurn() {}

    /** The other component of a vector; the variable itself where it is none. */
    static MetVariable partner(MetVariable variable) {
        for (var pair : NORTH_OF.entrySet()) {
            if (pair.getKey() == variable) {
                return pair.getValue();
            }
            if (pair.getValue() == variable) {
                return pair.getKey();
            }
        }
        return variable;
    }

    static void toEarth(
            HorizontalGrid grid, Map<MetVariable, MetField> fields, Set<MetVariable> alongGrid) {
        for (MetVariable variable : alongGrid) {
            MetVariable north = NORTH_OF.get(variable);
            MetField u = fields.get(variable);
            if (north == null || u == null) {
                continue;
            }
            MetField v = fields.get(north);
            if (v == null) {
                // One component along the grid says nothing about the earth's.
                fields.remove(variable);
            } else {
                turn(grid, u, v);
            }
        }
        for (MetVariable variable : alongGrid) {
            if (NORTH_OF.containsValue(variable) && !fields.containsKey(partner(variable))) {
                fields.remove(variable);
            }
        }
    }

    private static void turn(HorizontalGrid grid, MetField u, MetField v) {
        float[] east = u.values();
        float[] north = v.values();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                double bearing = grid.gridNorth_rad(new GridPoint(column, row));
                double sin = StrictMath.sin(bearing);
                double cos = StrictMath.cos(bearing);
                for (int level = 0; level < u.levels(); level++) {
                    int at = u.index(level, row, column);
                    double alongX = east[at];
                    double alongY = north[at];
                    east[at] = (float) (alongX * cos + alongY * sin);
                    north[at] = (float) (alongY * cos - alongX * sin);
                }
            }
        }
    }
}
