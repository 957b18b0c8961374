/**
 * Who asks, and what that lets them do: callers as their tokens tell of them, roles, purposes of
 * use, scopes, and the matrix of who may do what. Decisions here are pure.
 */
@ApplicationModule(allowedDependencies = {"refusal", "profiles"})
@NullMarked
package org.ketamineregistry.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
