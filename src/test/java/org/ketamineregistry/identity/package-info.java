/** A real identity provider for the tests, and keys to knock at its door with. */
@NullMarked
package org.ketamineregistry.identity;

import org.jspecify.annotations.NullMarked;
