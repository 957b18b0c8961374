/**
 * The line itself: every write, whatever its door, walks ingest → validate → consent → store, and
 * leaves a receipt whether it is accepted or refused.
 */
@ApplicationModule(
    allowedDependencies = {"refusal", "access", "ingest", "validate", "consent", "store"})
@NullMarked
package org.ketamineregistry.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
