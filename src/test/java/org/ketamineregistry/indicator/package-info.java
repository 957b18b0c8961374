/**
 * The guide's indicators: their CQL translated and evaluated, their measures and flat tables held
 * to the records.
 */
@NullMarked
package org.ketamineregistry.indicator;

import org.jspecify.annotations.NullMarked;
