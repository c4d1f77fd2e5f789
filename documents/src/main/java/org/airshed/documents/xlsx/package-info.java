/** Sheets of an XLSX workbook. Calls {@code archive}. */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.xlsx;
