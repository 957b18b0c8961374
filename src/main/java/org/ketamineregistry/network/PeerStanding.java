package org.ketamineregistry.network;

/**
 * What a steward decided once for all questions of a peer about an indicator.
 *
 * @param peer the peer's client id
 * @param indicator the id of the Measure
 */
public record PeerStanding(
    String peer, String indicator, PeerPolicy policy, PeerDecision decision) {}
