@NullMarked
package org.ketamineregistry.refusal;

import org.jspecify.annotations.NullMarked;
