@NullMarked
package org.ketamineregistry.network;

import org.jspecify.annotations.NullMarked;
