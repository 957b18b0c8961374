package org.ketamineregistry.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payloads of refused submissions are kept.
 *
 * @param retention how long, 30 days by default; not negative
 * @param keyFile the file with the key, 32 bytes in Base64; made where it does not exist
 */
@ConfigurationProperties("registry.receipts")
record ReceiptSettings(
    @DefaultValue("30d") Duration retention, @DefaultValue("data/receipts.key") String keyFile) {

  ReceiptSettings {
    if (retention.isNegative()) {
      throw new IllegalArgumentException("registry.receipts.retention is not negative");
    }
  }
}
