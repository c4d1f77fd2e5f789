/** How access keeps people and rights in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.access.store;
