/** Asks all registries of the network by one's own, and shows what they answer. */
@NullMarked
package org.ketamineregistry.cli.ask;

import org.jspecify.annotations.NullMarked;
