/**
 * What mapping files of all sources have in common: YAML that is read strictly, the clinic, and how
 * what is wrong with an item is told once.
 */
@NamedInterface("mapping")
@NullMarked
package org.ketamineregistry.adapter.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
