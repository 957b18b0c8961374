/**
 * Speaks to the members of the network, and to no other address than those of the directory: one
 * request to one member, with all its ways to fail told as a status.
 */
@NamedInterface("outbound")
@NullMarked
package org.ketamineregistry.network.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
