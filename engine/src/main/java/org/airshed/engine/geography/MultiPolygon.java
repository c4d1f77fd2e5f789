package org.airshed.engine.geography;

import java.util.ArrayList;
import java.util.List;

/** Land in one or more separate pieces: a coast with its islands, a province with its exclaves. */
public record MultiPolygon(List<Polygon> polygons) {
    public MultiPolygon {
        polygons = List.copyOf(polygons);
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException("expected at least one polygon, got none");
        }
    }

    public static MultiPolygon of(Polygon... polygons) {
        return new MultiPolygon(List.of(polygons));
    }

    /**
     * Sorts rings whose roles are not told, or told wrongly: a ring within an odd number of others
     * is a hole of the smallest ring around it, any other is a piece of land. Needed for boundaries
     * from npm echarts 4.9.0, which puts separate parts as several rings of one GeoJSON polygon.
     * The rings may touch and must not cross.
     */
    public static MultiPolygon ofUnsortedRings(List<Ring> rings) {
        int count = rings.size();
        int[] depth = new int[count]; // [ring] rings around it
        int[] parent = new int[count]; // [ring] the smallest ring around it, −1 for none
        for (int inner = 0; inner < count; inner++) {
            parent[inner] = -1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int outer = 0; outer < count; outer++) {
                if (outer == inner || !rings.get(outer).encloses(rings.get(inner))) {
                    continue;
                }
                depth[inner]++;
                double area = rings.get(outer).moments().area();
                if (area < smallest) {
                    smallest = area;
                    parent[inner] = outer;
                }
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int shell = 0; shell < count; shell++) {
            if (depth[shell] % 2 == 0) {
                polygons.add(new Polygon(rings.get(shell), holesOf(shell, rings, depth, parent)));
            }
        }
        return new MultiPolygon(polygons);
    }

    private static List<Ring> holesOf(int shell, List<Ring> rings, int[] depth, int[] parent) {
        List<Ring> holes = new ArrayList<>();
        for (int ring = 0; ring < rings.size(); ring++) {
            if (depth[ring] % 2 == 1 && parent[ring] == shell) {
                holes.add(rings.get(ring));
            }
        }
        return holes;
    }

    /** Where the position lies; inside one piece wins over the edge of another. */
    public Containment containmentOf(Position position) {
        Containment nearest = Containment.OUTSIDE;
        for (Polygon polygon : polygons) {
            switch (polygon.containmentOf(position)) {
                case INSIDE -> {
                    return Containment.INSIDE;
                }
                case ON_EDGE -> nearest = Containment.ON_EDGE;
                case OUTSIDE -> {}
            }
        }
        return nearest;
    }

    /** Whether the position lies inside or on an edge of a piece. */
    public boolean contains(Position position) {
        return containmentOf(position) != Containment.OUTSIDE;
    }

    public BoundingBox boundingBox() {
        BoundingBox box = polygons.getFirst().boundingBox();
        for (Polygon polygon : polygons) {
            box = box.union(polygon.boundingBox());
        }
        return box;
    }

    public Area area() {
        return moments().onEarth();
    }

    /** The area-weighted mean of longitude and latitude of all pieces; it may lie in the sea. */
    public Position centroid() {
        return moments().centroid();
    }

    private SurfaceMoments moments() {
        SurfaceMoments moments = SurfaceMoments.NONE;
        for (Polygon polygon : polygons) {
            moments = moments.plus(polygon.moments());
        }
        return moments;
    }
}
