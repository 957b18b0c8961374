/** The command by which a steward decides about other registries' questions. */
@NullMarked
package org.ketamineregistry.cli.peers;

import org.jspecify.annotations.NullMarked;
