package org.airshed.engine.geography;

import java.util.List;

/**
 * One connected piece of land: an outer ring and the holes in it.
 *
 * <p>Boundary files that put separate parts as further rings of one polygon (npm echarts 4.9.0
 * does) are read with {@link MultiPolygon#ofUnsortedRings}; here such a ring is refused.
 */
public record Polygon(Ring shell, List<Ring> holes) {
    public Polygon {
        holes = List.copyOf(holes);
        for (Ring hole : holes) {
            refuseOutside(shell, hole);
        }
    }

    public static Polygon of(Ring shell) {
        return new Polygon(shell, List.of());
    }

    private static void refuseOutside(Ring shell, Ring hole) {
        for (Position vertex : hole.vertices()) {
            if (shell.containmentOf(vertex) == Containment.OUTSIDE) {
                throw new IllegalArgumentException(
                        "expected a hole within the outer ring, got one with a vertex outside it, "
                                + vertex
                                + "; rings that are separate parts make a multi-polygon");
            }
        }
    }

    /** Where the position lies; the edge of a hole is an edge of the polygon. */
    public Containment containmentOf(Position position) {
        Containment inShell = shell.containmentOf(position);
        if (inShell != Containment.INSIDE) {
            return inShell;
        }
        for (Ring hole : holes) {
            switch (hole.containmentOf(position)) {
                case INSIDE -> {
                    return Containment.OUTSIDE;
                }
                case ON_EDGE -> {
                    return Containment.ON_EDGE;
                }
                case OUTSIDE -> {}
            }
        }
        return Containment.INSIDE;
    }

    /** Whether the position lies inside or on an edge: neighbours share the edge between them. */
    public boolean contains(Position position) {
        return containmentOf(position) != Containment.OUTSIDE;
    }

    public BoundingBox boundingBox() {
        return shell.boundingBox();
    }

    public Area area() {
        return moments().onEarth();
    }

    /** The area-weighted mean of longitude and latitude; it may lie in a hole or a bay. */
    public Position centroid() {
        return moments().centroid();
    }

    SurfaceMoments moments() {
        SurfaceMoments moments = shell.moments();
        for (Ring hole : holes) {
            moments = moments.minus(hole.moments());
        }
        return moments;
    }
}
