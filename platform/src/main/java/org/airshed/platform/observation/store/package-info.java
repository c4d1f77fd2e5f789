/** Where readings come from: a published file, or a seeded computation. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.observation.store;
