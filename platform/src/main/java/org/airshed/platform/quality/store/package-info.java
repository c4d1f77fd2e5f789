/** The flags in tables. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.quality.store;
