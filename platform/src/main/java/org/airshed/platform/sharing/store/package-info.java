/** Exports in tables and on disk, and the work of writing them. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.sharing.store;
