/** The server: one Spring Modulith application whose direct sub-packages are its rooms. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform;
