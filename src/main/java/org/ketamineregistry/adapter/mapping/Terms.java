package org.ketamineregistry.adapter.mapping;

/**
 * The words of a source, for mistakes and faults.
 *
 * @param item what one of its items is, such as a row
 * @param place what names a place in one, such as a column
 * @param example of such a place, in a key
 * @param lacking what is said of a place where nothing stands
 */
public record Terms(String item, String place, String example, String lacking) {}
