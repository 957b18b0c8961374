/** The site of the implementation guide, as it was rendered. */
@NullMarked
package org.ketamineregistry.guide;

import org.jspecify.annotations.NullMarked;
