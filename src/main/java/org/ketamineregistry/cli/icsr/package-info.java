/**
 * Writes the adverse events of a registry as individual case safety reports (ICH E2B(R3)), keeps
 * what was sent in which version, and notes what receivers answer.
 */
@NullMarked
package org.ketamineregistry.cli.icsr;

import org.jspecify.annotations.NullMarked;
