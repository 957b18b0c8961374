/** Sends a folder of submissions to a registry, and can be run again where it stopped. */
@NullMarked
package org.ketamineregistry.cli.push;

import org.jspecify.annotations.NullMarked;
