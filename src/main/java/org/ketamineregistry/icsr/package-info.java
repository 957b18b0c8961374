/**
 * Individual case safety reports after ICH E2B(R3): of an adverse event and the records it refers
 * to, their readiness and deadline, their message and the answer to it, and the way back (R14).
 * Pure: it reads and writes the streams that it is given, and knows no clock of its own.
 */
@ApplicationModule(allowedDependencies = {"practice", "profiles"})
@NullMarked
package org.ketamineregistry.icsr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
