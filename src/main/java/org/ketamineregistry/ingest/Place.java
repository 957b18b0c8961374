package org.ketamineregistry.ingest;

/**
 * A place in the text as it was sent.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(int line, int column) {}
