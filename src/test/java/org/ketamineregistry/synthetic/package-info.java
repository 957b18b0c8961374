@NullMarked
package org.ketamineregistry.synthetic;

import org.jspecify.annotations.NullMarked;
