/** The routes and filters of access. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.access.web;
