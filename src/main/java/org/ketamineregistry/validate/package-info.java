/**
 * The second stage of the line: every resource is held against the profile that its content
 * selects, by the HL7 validator and by what a profile cannot say. Needs no database, so that the
 * command line gives the server's verdict.
 */
@ApplicationModule(allowedDependencies = {"refusal", "profiles", "ingest"})
@NullMarked
package org.ketamineregistry.validate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
