package org.airshed.engine.geography;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed outline whose edges are straight in longitude and latitude (RFC 7946, 3.1.1), in either
 * direction of travel. An outline across the antimeridian is cut there into two.
 */
public final class Ring {
    /**
     * Rounding error of the orientation test relative to its two products, the rounding of the
     * differences included: bound A of Shewchuk (1997), Discrete Comput. Geom. 18, 305–363.
     */
    private static final double ORIENTATION_ERROR = 3.3306690738754716e-16;

    private final double[] longitudes_deg; // [vertex], the first not repeated at the end
    private final double[] latitudes_deg; // [vertex]
    private final BoundingBox boundingBox;

    private Ring(double[] longitudes_deg, double[] latitudes_deg, BoundingBox boundingBox) {
        this.longitudes_deg = longitudes_deg;
        this.latitudes_deg = latitudes_deg;
        this.boundingBox = boundingBox;
    }

    /** A ring of at least three different vertices; the first may be repeated as the last. */
    public static Ring of(List<Position> vertices) {
        List<Position> open = new ArrayList<>();
        for (Position vertex : vertices) {
            if (open.isEmpty() || !open.getLast().equals(vertex)) {
                open.add(vertex);
            }
        }
        if (open.size() > 1 && open.getFirst().equals(open.getLast())) {
            open.removeLast();
        }
        if (open.size() < 3) {
            throw new IllegalArgumentException(
                    "expected a ring of at least 3 different vertices, got " + open);
        }
        double[] longitudes_deg = new double[open.size()];
        double[] latitudes_deg = new double[open.size()];
        for (int vertex = 0; vertex < open.size(); vertex++) {
            longitudes_deg[vertex] = open.get(vertex).longitude_deg();
            latitudes_deg[vertex] = open.get(vertex).latitude_deg();
        }
        Ring ring = new Ring(longitudes_deg, latitudes_deg, BoundingBox.around(open));
        ring.refuseLongEdges();
        return ring;
    }

    private void refuseLongEdges() {
        for (int from = 0; from < size(); from++) {
            int to = next(from);
            if (StrictMath.abs(longitudes_deg[to] - longitudes_deg[from]) > 180.0) {
                throw new IllegalArgumentException(
                        "expected a ring cut at the antimeridian, got an edge from %s to %s"
                                .formatted(vertex(from), vertex(to)));
            }
        }
    }

    public int size() {
        return longitudes_deg.length;
    }

    public Position vertex(int index) {
        return new Position(longitudes_deg[index], latitudes_deg[index]);
    }

    public List<Position> vertices() {
        List<Position> vertices = new ArrayList<>(size());
        for (int index = 0; index < size(); index++) {
            vertices.add(vertex(index));
        }
        return List.copyOf(vertices);
    }

    public BoundingBox boundingBox() {
        return boundingBox;
    }

    /**
     * Where the position lies; exact for the given doubles, so a vertex or a point on an edge is on
     * the edge and no ray can slip between two edges.
     */
    public Containment containmentOf(Position position) {
        if (!boundingBox.contains(position)) {
            return Containment.OUTSIDE;
        }
        double x = position.longitude_deg();
        double y = position.latitude_deg();
        boolean inside = false;
        for (int from = 0; from < size(); from++) {
            int to = next(from);
            double y1 = latitudes_deg[from];
            double y2 = latitudes_deg[to];
            boolean spans = (y1 > y) != (y2 > y);
            if (!spans && !touchesLatitude(y, y1, y2)) {
                continue;
            }
            int side = sideOf(longitudes_deg[from], y1, longitudes_deg[to], y2, x, y);
            if (side == 0 && between(x, longitudes_deg[from], longitudes_deg[to])) {
                return Containment.ON_EDGE;
            }
            if (spans && (y2 > y1 ? side > 0 : side < 0)) {
                inside = !inside;
            }
        }
        return inside ? Containment.INSIDE : Containment.OUTSIDE;
    }

    /** Whether an edge that does not span the latitude half-openly still touches it. */
    private static boolean touchesLatitude(double y, double y1, double y2) {
        return y1 == y || y2 == y;
    }

    private static boolean between(double value, double one, double other) {
        return value >= StrictMath.min(one, other) && value <= StrictMath.max(one, other);
    }

    /**
     * Sign of the cross product: +1 left of the edge 1→2, −1 right of it, 0 exactly on its line.
     */
    private static int sideOf(double x1, double y1, double x2, double y2, double x, double y) {
        double left = (x2 - x1) * (y - y1);
        double right = (y2 - y1) * (x - x1);
        double cross = left - right;
        double bound = ORIENTATION_ERROR * (StrictMath.abs(left) + StrictMath.abs(right));
        if (StrictMath.abs(cross) > bound) {
            return cross > 0.0 ? 1 : -1;
        }
        BigDecimal startX = new BigDecimal(x1);
        BigDecimal startY = new BigDecimal(y1);
        BigDecimal exactLeft =
                new BigDecimal(x2).subtract(startX).multiply(new BigDecimal(y).subtract(startY));
        BigDecimal exactRight =
                new BigDecimal(y2).subtract(startY).multiply(new BigDecimal(x).subtract(startX));
        return exactLeft.compareTo(exactRight);
    }

    /** Whether the other ring lies within this one, shared edges allowed; equal rings do not. */
    boolean encloses(Ring other) {
        for (int index = 0; index < other.size(); index++) {
            Containment corner = containmentOf(other.vertex(index));
            if (corner != Containment.ON_EDGE) {
                return corner == Containment.INSIDE;
            }
        }
        for (int index = 0; index < other.size(); index++) {
            int following = other.next(index);
            Position middle =
                    new Position(
                            (other.longitudes_deg[index] + other.longitudes_deg[following]) / 2.0,
                            (other.latitudes_deg[index] + other.latitudes_deg[following]) / 2.0);
            Containment middleOfEdge = containmentOf(middle);
            if (middleOfEdge != Containment.ON_EDGE) {
                return middleOfEdge == Containment.INSIDE;
            }
        }
        return false;
    }

    SurfaceMoments moments() {
        return SurfaceMoments.ofRing(longitudes_deg, latitudes_deg);
    }

    private int next(int index) {
        return index + 1 == longitudes_deg.length ? 0 : index + 1;
    }

    @Override
    public String toString() {
        return "Ring of %d vertices within %s".formatted(size(), boundingBox);
    }
}
