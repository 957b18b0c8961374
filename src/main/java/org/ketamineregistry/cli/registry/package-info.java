/** A registry that a command speaks to, and how whoever runs the command proves who it is. */
@NullMarked
package org.ketamineregistry.cli.registry;

import org.jspecify.annotations.NullMarked;
