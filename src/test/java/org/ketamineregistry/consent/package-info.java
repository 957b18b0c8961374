@NullMarked
package org.ketamineregistry.consent;

import org.jspecify.annotations.NullMarked;
