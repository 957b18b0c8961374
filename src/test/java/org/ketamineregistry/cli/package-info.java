@NullMarked
package org.ketamineregistry.cli;

import org.jspecify.annotations.NullMarked;
