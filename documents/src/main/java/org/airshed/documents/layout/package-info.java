/** Where lines of text may break, in Chinese and in Latin scripts. Calls nothing. */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.layout;
