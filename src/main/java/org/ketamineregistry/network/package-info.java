/**
 * How registries ask each other (R10, R20): who the members of the network are, what is put to
 * them, what became of it at each of them, and how their answers are merged. All of it is decided
 * here without a network: what speaks to members stands in {@code network.outbound}.
 *
 * <p>A member protects its own answer before it leaves; what is merged here is released already.
 */
@ApplicationModule(allowedDependencies = {"privacy", "profiles", "credentials"})
@NullMarked
package org.ketamineregistry.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
