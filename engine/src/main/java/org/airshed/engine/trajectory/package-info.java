/**
 * Where air goes and where it came from: particles and trajectories in prepared wind, and what is
 * read from many of them (clusters, residence times).
 *
 * <p>Leaves turbulence of the boundary layer to {@code dispersion}. Calls {@code meteorology},
 * {@code random} and {@code geography}. Same inputs, same bytes, whatever the threads and the
 * kernel: decision 0100. Method and checks: {@code docs/science/transport.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.trajectory;
