/** Where the acts are kept. */
@org.jspecify.annotations.NullMarked
package org.airshed.platform.notary.store;
