/**
 * Readers of files of the weather, opened together as a {@link org.airshed.metfiles.MetArchive},
 * and a writer of netCDF: one reader per format, memory bounded, every refusal with file, offset
 * and what was expected.
 *
 * <p>Leaves interpolation and everything that moves to the engine. Calls {@code engine} only.
 * Formats and what is refused: {@code docs/guide/meteorology-files.md}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.metfiles;
