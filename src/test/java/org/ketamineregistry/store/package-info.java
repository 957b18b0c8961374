@NullMarked
package org.ketamineregistry.store;

import org.jspecify.annotations.NullMarked;
