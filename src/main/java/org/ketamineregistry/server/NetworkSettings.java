package org.ketamineregistry.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.network.Pace;
import org.ketamineregistry.network.PeerPolicy;
import org.ketamineregistry.network.PeerRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The network of registries. Without a directory this registry is in none.
 *
 * @param directory the file with the signed directory; it is read anew for each question
 * @param signers the file with the JSON Web Key Set of whoever may sign it; needed with a directory
 * @param clientId the id under which the members have registered this registry; null where no
 *     member asks for tokens
 * @param keyFile the file with this registry's private key; needed with an id
 * @param keyId the kid of the key, where the file does not say it
 * @param deadline how long the answer is waited for where the asker does not say
 * @param longestDeadline the longest that an asker may say
 * @param atOnce how long a request is kept waiting before it is told where to ask again; at most a
 *     minute
 * @param late how long after the deadline a late answer is added
 * @param kept how long an answer is kept after that
 * @param concurrency how many members are asked at a time, over all questions
 * @param perMember how many questions are put to one member at a time
 * @param attempts how often a member is tried before it is told what is wrong
 * @param firstWait the wait after the first failure; it doubles with each
 * @param longestWait the longest wait between two attempts
 * @param deferredWait how often a member is looked in at where a person decides
 * @param peers how questions of the members are met
 */
@ConfigurationProperties("registry.network")
record NetworkSettings(
    @Nullable Path directory,
    @Nullable Path signers,
    @Nullable String clientId,
    @Nullable Path keyFile,
    @Nullable String keyId,
    @DefaultValue("20s") Duration deadline,
    @DefaultValue("10m") Duration longestDeadline,
    @DefaultValue("2s") Duration atOnce,
    @DefaultValue("14d") Duration late,
    @DefaultValue("90d") Duration kept,
    @DefaultValue("64") int concurrency,
    @DefaultValue("4") int perMember,
    @DefaultValue("4") int attempts,
    @DefaultValue("500ms") Duration firstWait,
    @DefaultValue("1h") Duration longestWait,
    @DefaultValue("15m") Duration deferredWait,
    @DefaultValue Peers peers) {

  /**
   * How questions of other registries are met.
   *
   * @param policy what holds where the steward decided nothing for the peer and the indicator:
   *     automatic, after-a-look or never
   * @param mostWaiting how many questions of one peer wait for the steward at a time
   * @param waits how long one waits, and then how long the peer has to fetch what was decided
   * @param kept how long it is known after that
   */
  record Peers(
      @DefaultValue("automatic") PeerPolicy policy,
      @DefaultValue("50") int mostWaiting,
      @DefaultValue("14d") Duration waits,
      @DefaultValue("90d") Duration kept) {
    PeerRules rules() {
      return new PeerRules(policy, mostWaiting, waits, kept);
    }
  }

  NetworkSettings {
    if (directory != null && signers == null) {
      throw new IllegalArgumentException(
          "registry.network.signers is needed with a directory: the keys of whoever may sign it");
    }
    if ((clientId == null) != (keyFile == null)) {
      throw new IllegalArgumentException("registry.network.client-id and key-file go together");
    }
    if (deadline.compareTo(Duration.ofSeconds(1)) < 0
        || deadline.compareTo(longestDeadline) > 0
        || late.isNegative()
        || kept.isNegative()
        || atOnce.isNegative()
        || atOnce.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "registry.network.deadline is 1s to longest-deadline, at-once at most 1m, and late and"
              + " kept are not negative");
    }
    if (concurrency < 1 || concurrency > 256 || perMember < 1) {
      throw new IllegalArgumentException(
          "registry.network.concurrency is 1 to 256, and per-member at least 1");
    }
  }

  /** How questions of members are met. */
  PeerRules peerRules() {
    return peers.rules();
  }

  /** How often a member is tried. */
  Pace pace() {
    return new Pace(attempts, firstWait, longestWait, deferredWait);
  }
}
