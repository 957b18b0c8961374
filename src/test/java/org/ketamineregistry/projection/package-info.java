@NullMarked
package org.ketamineregistry.projection;

import org.jspecify.annotations.NullMarked;
