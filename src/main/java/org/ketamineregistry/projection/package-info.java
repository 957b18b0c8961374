/**
 * The flat tables, purely: ViewDefinitions of SQL on FHIR, compiled, and the rows that they make of
 * a resource. The store keeps the rows.
 */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package org.ketamineregistry.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
