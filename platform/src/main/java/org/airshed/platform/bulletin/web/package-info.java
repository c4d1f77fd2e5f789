/** The routes of bulletins. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.bulletin.web;
