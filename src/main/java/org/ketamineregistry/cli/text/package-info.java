/** How commands lay out what they print. */
@NullMarked
package org.ketamineregistry.cli.text;

import org.jspecify.annotations.NullMarked;
