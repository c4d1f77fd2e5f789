/** The routes of imports. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.observation.web;
