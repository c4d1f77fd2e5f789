/** The routes that show and enter what the region consists of. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.region.web;
