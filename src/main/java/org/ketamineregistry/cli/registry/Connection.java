package org.ketamineregistry.cli.registry;

import java.net.http.HttpClient;

/**
 * A registry that is spoken to.
 *
 * @param http what requests are sent by
 * @param sender how whoever runs the command proves who it is
 */
public record Connection(Registry registry, HttpClient http, Sender sender) {}
