/**
 * What other sources hold, as records of the guide: a source's items are read, each fills the
 * fields of record templates, and a transaction comes of it, or all that is wrong with it. What is
 * sent walks the registry's one line like anything else (R7, R9, R10).
 */
@ApplicationModule(allowedDependencies = {"profiles", "refusal"})
@NullMarked
package org.ketamineregistry.adapter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
