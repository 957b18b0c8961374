package org.ketamineregistry.projection;

/**
 * A column of a view.
 *
 * @param name its name, as SQL may have it
 * @param type what it holds
 */
public record Column(String name, ColumnType type) {}
