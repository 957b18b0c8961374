package org.ketamineregistry.practice;

/**
 * A substance by a route. Doses are compared and added up within one of them only.
 *
 * @param substance the guide's substance code; racemic ketamine, esketamine and arketamine differ
 * @param route the route's code
 */
public record Product(String substance, String route) {}
