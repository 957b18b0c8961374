package org.ketamineregistry.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit is sealed.
 *
 * @param sealInterval the time between two rounds of the sealer, a minute by default; 0 for none by
 *     this instance
 * @param checkpointInterval the least time between two checkpoints, an hour by default; 0 for one
 *     after each round that sealed something
 * @param checkpointFolder the folder that checkpoints are written to
 * @param keyFile the file with the key that signs them; made where it does not exist
 */
@ConfigurationProperties("registry.audit")
public record AuditSettings(
    @DefaultValue("60s") Duration sealInterval,
    @DefaultValue("1h") Duration checkpointInterval,
    @DefaultValue("data/audit-checkpoints") String checkpointFolder,
    @DefaultValue("data/audit.key") String keyFile) {

  public AuditSettings {
    if (sealInterval.isNegative() || checkpointInterval.isNegative()) {
      throw new IllegalArgumentException(
          "registry.audit.seal-interval and registry.audit.checkpoint-interval are not negative");
    }
  }
}
