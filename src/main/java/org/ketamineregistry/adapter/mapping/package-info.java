/**
 * Mappings, whatever they are of: which items of a source make which records, by which keys, of
 * which fields, and how what is wrong with an item is told once. A source says how its items are
 * written by a {@link org.ketamineregistry.adapter.mapping.Notation}.
 */
@NamedInterface("mapping")
@NullMarked
package org.ketamineregistry.adapter.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
