@NullMarked
package org.ketamineregistry.network.outbound;

import org.jspecify.annotations.NullMarked;
