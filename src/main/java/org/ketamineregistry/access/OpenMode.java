package org.ketamineregistry.access;

/**
 * Whether everybody on this machine may do everything, since no identity provider is configured.
 *
 * @param on true in the open mode
 */
public record OpenMode(boolean on) {}
