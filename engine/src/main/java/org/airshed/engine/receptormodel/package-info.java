/**
 * Where the air of a receptor came from and what it was made of, told from measurements alone: PSCF
 * and CWT over trajectory endpoints, means of given clusters, conditional probabilities and polar
 * plots of the wind, and factors of measured composition.
 *
 * <p>Everything is computed from arguments, in a fixed order and with seeded numbers, so that two
 * runs agree to the bit. These are independent witnesses: they share nothing with emissions or
 * dispersion. Leaves computing trajectories and clusters to {@code trajectory}, reading files to
 * the command line. Calls no other room. Methods and checks: {@code docs/science/pscf.md}, {@code
 * cluster-means.md}, {@code cpf.md}, {@code polar-plot.md}, {@code pmf.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.receptormodel;
