/** A real browser for tests: what pages do when a person uses them. */
@NullMarked
package org.ketamineregistry.browser;

import org.jspecify.annotations.NullMarked;
