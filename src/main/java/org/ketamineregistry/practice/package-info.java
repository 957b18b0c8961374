/**
 * Rules of good practice: pure decisions over the facts of a patient's treatment. A rule finds; it
 * never refuses (R26). Rules are data of a jurisdiction, with versions (R1).
 */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package org.ketamineregistry.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
