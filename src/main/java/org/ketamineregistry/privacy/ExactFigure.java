package org.ketamineregistry.privacy;

/**
 * An unprotected figure, for a registry's own steward. It never leaves the registry.
 *
 * @param persons distinct persons
 * @param count counting units, none left out by a cap
 */
public record ExactFigure(CountingUnit unit, long persons, long count) {}
