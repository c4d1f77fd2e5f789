/** Test support: where the real data are, and how many tests used them or were skipped. */
@org.jspecify.annotations.NullMarked
package org.airshed.realdata;
