@NullMarked
package org.ketamineregistry.validate;

import org.jspecify.annotations.NullMarked;
