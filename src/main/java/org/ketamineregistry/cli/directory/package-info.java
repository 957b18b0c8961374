/** What the keeper of a network's directory does: makes its key, signs it, looks at it. */
@NullMarked
package org.ketamineregistry.cli.directory;

import org.jspecify.annotations.NullMarked;
