/**
 * Pages of the registry for people: so far the one where a developer pastes a resource and sees
 * what is wrong at its lines. They are plain files with a script of their own, which asks the FHIR
 * API as anybody else does, so nothing that is shown here comes from anywhere else.
 */
@ApplicationModule(allowedDependencies = {"profiles", "access"})
@NullMarked
package org.ketamineregistry.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
