/** The routes that show the acts. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.notary.web;
