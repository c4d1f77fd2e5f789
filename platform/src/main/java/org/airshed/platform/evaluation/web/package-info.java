/** The routes of real-time air: JSON for the pages, CSV to take away. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.evaluation.web;
