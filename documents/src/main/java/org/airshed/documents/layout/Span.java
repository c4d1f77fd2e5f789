package org.airshed.documents.layout;

/** A stretch of text in one style. */
public record Span<S>(String text, S style) {}
