/** The shipped fonts (SIL Open Font License 1.1) and how to read them. Calls nothing. */
@org.jspecify.annotations.NullMarked
package org.airshed.documents.font;
