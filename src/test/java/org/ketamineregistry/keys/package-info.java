@NullMarked
package org.ketamineregistry.keys;

import org.jspecify.annotations.NullMarked;
