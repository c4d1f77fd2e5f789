/**
 * Pages of a PDF: places blocks on A4 from top to bottom, with tags, bookmarks and footers. Calls
 * {@code chart}, {@code font} and {@code layout}.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.pdf;
