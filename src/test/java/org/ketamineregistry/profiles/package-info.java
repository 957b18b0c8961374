@NullMarked
package org.ketamineregistry.profiles;

import org.jspecify.annotations.NullMarked;
