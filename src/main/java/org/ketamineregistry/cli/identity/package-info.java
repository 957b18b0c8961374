/** Registers clients at the identity provider: a clinic, a peer, a steward, each with its key. */
@NullMarked
package org.ketamineregistry.cli.identity;

import org.jspecify.annotations.NullMarked;
