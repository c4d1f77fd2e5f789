/**
 * Readers of station observation files: one per published format and one for any table by a {@link
 * org.airshed.stationfiles.Mapping}; memory bounded, every refusal with file, line, value and what
 * was expected.
 *
 * <p>Leaves storing to the platform and meaning to the engine. Calls {@code engine} only.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.stationfiles;
