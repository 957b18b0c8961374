/**
 * The demonstration: on its first start the registry plays the EHR and pushes a small synthetic
 * cohort to itself, through its own HTTP door. Belongs to the {@code demo} profile alone; a server
 * that serves never loads data of its own.
 */
@ApplicationModule(allowedDependencies = {"cli", "synthetic"})
@NullMarked
package org.ketamineregistry.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
