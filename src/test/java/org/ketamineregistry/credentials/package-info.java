@NullMarked
package org.ketamineregistry.credentials;

import org.jspecify.annotations.NullMarked;
