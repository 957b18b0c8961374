@NullMarked
package org.ketamineregistry.practice;

import org.jspecify.annotations.NullMarked;
