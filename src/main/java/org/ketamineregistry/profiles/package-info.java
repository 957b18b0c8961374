/**
 * The definitions that the registry holds everything against: FHIR R4 and the compiled package of
 * the implementation guide, loaded from the class path and from nowhere else.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.ketamineregistry.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
