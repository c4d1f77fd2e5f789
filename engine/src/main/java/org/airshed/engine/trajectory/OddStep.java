package org.airshed.engine.trajectory;

import org.airshed.engine.meteorology.WindPair;

/**
 * The steps a kernel does not take itself: about a pole, and out of the domain. Every kernel hands
 * them here, so that they are the same for all.
 */
final class OddStep {
    private final Flow flow;
    private final Steps steps;
    private final Displacement displacement;
    private final double length_s;
    private final Flow.State state = new Flow.State();

    OddStep(WindPair wind, Domain domain, Steps steps, Displacement displacement) {
        this.flow = new Flow(new GridWind(wind), wind.metric(), wind.grid(), domain);
        this.steps = steps;
        this.displacement = displacement;
        this.length_s = wind.length_s();
    }

    double step_s() {
        return steps.step_s();
    }

    void take(Tile tile, int particle, int step) {
        state.set(tile.column[particle], tile.row[particle], tile.height_m[particle]);
        double begin_s = steps.begin_s() + step * steps.step_s();
        End end = flow.midpoint(state, begin_s, steps.step_s(), length_s);
        if (end == End.NONE && displacement.random() != null) {
            end =
                    flow.displace(
                            state,
                            displacement.horizontal_m() * tile.deviates[particle],
                            displacement.horizontal_m() * tile.deviates[Tile.SIZE + particle],
                            displacement.vertical_m() * tile.deviates[2 * Tile.SIZE + particle]);
        }
        if (end == End.NONE) {
            tile.column[particle] = state.column;
            tile.row[particle] = state.row;
            tile.height_m[particle] = state.z_m;
        } else {
            tile.end[particle] = end.code();
            tile.endStep[particle] = steps.firstNumber() + step;
        }
    }
}
