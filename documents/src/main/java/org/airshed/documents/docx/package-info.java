/** The parts of a DOCX package, written as XML by hand. Calls {@code chart}. */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.docx;
