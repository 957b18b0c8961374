/**
 * What is recorded of every access, refusal and act, and how a record is made that cannot be
 * changed unseen: entries, the chain of their hashes, signed checkpoints, and the verification of a
 * log against them. The log itself is a table of the store.
 */
@ApplicationModule(allowedDependencies = {"access", "keys"})
@NullMarked
package org.ketamineregistry.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
