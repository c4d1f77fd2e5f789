/** Daily values in tables, kept in step with the readings. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.evaluation.store;
