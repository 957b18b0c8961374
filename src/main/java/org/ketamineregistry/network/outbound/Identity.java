package org.ketamineregistry.network.outbound;

import org.ketamineregistry.credentials.SigningKey;

/**
 * Who this registry is to the other members.
 *
 * @param client the id under which all of them have registered it
 * @param key its key
 * @param scope what it asks for
 */
public record Identity(String client, SigningKey key, String scope) {}
