/** Archives whose bytes depend on their content only. Calls nothing. */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.archive;
