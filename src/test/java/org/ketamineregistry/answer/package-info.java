@NullMarked
package org.ketamineregistry.answer;

import org.jspecify.annotations.NullMarked;
