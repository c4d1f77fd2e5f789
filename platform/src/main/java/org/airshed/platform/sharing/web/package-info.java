/** The routes of exports. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.sharing.web;
