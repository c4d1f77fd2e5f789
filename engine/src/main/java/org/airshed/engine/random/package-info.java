/**
 * Random numbers as a function of what they are for: the seed, the particle and the step.
 *
 * <p>There is no generator with a state, so neither the order of computing nor the number of
 * threads can change a result. Calls no other room. Method and checks: {@code
 * docs/science/random.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.random;
