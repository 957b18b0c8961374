@NullMarked
package org.ketamineregistry.privacy;

import org.jspecify.annotations.NullMarked;
