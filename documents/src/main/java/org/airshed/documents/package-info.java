/**
 * One model of an official document ({@link org.airshed.documents.Document}) and its three writers:
 * PDF, DOCX and XLSX.
 *
 * <p>Leaves to its callers what a document says; knows nothing of air. The same document gives the
 * same bytes: no clock, no random, no default locale. Calls no other module of Airshed.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.documents;
