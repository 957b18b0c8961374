/**
 * The first stage of the line: bytes from any door become a {@link
 * org.ketamineregistry.ingest.Submitted}, a list of entries with their places in the text, or are
 * refused because nobody could say what they mean.
 */
@ApplicationModule(allowedDependencies = {"refusal", "profiles", "access"})
@NullMarked
package org.ketamineregistry.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
