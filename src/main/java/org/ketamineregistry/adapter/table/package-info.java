/**
 * Tables as a source: CSV files and REDCap exports, read strictly and row by row, and mapped by a
 * declarative file that a data manager writes.
 */
@NamedInterface("table")
@NullMarked
package org.ketamineregistry.adapter.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
