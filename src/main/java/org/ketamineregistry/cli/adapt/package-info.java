/** Brings what a clinic's tables hold to a registry, and can be run again where it stopped. */
@NullMarked
package org.ketamineregistry.cli.adapt;

import org.jspecify.annotations.NullMarked;
