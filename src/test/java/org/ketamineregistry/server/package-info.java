@NullMarked
package org.ketamineregistry.server;

import org.jspecify.annotations.NullMarked;
