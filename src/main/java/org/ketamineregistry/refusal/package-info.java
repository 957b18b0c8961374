/**
 * Why something was not taken, in words that a vendor's engineer can act on.
 *
 * <p>Every stage of the line speaks of trouble with the same three things: a stable {@link
 * org.ketamineregistry.refusal.ErrorCode}, a {@link org.ketamineregistry.refusal.Problem} with its
 * place, and {@link org.ketamineregistry.refusal.Refused}, which carries all problems at once.
 */
@ApplicationModule(allowedDependencies = {"profiles"})
@NullMarked
package org.ketamineregistry.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
