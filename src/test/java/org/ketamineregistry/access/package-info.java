@NullMarked
package org.ketamineregistry.access;

import org.jspecify.annotations.NullMarked;
