/** The routes of flags. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.quality.web;
