/**
 * Where jurisdictions, compacts, boundaries and populations are kept, and what is shipped of them.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.region.store;
