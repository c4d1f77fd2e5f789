/** Bulletins in their tables. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.bulletin.store;
