/**
 * Protects an answer before it leaves (R10, R14, R20): what may be asked at all, over which cut,
 * how often, and with which noise or not at all. Everything here is pure and the same for ever: the
 * same members of a cell give the same released value.
 *
 * <p>The way through the room is one: a {@link org.ketamineregistry.privacy.Question} that only the
 * {@link org.ketamineregistry.privacy.Lattice} makes, {@link org.ketamineregistry.privacy.Counted}
 * cells that say nothing to anybody, and {@link org.ketamineregistry.privacy.Protection}, which
 * alone makes a {@link org.ketamineregistry.privacy.ReleasedAnswer}. {@code docs/privacy.md} says
 * what is protected and what remains.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.ketamineregistry.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
