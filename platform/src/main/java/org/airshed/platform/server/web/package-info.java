/** The insides of the frame: filters, the error path, the startup checks, the API's description. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.server.web;
