@NullMarked
package org.ketamineregistry.audit;

import org.jspecify.annotations.NullMarked;
