/**
 * Flat files for analysis, purely: the rows that a view makes of a record as CSV, under pseudonyms
 * of one export, and a dictionary that says what each column means. Who gets them, and of which
 * records, is decided elsewhere.
 */
@ApplicationModule(allowedDependencies = {"projection"})
@NullMarked
package org.ketamineregistry.flatfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
