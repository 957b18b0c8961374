package org.ketamineregistry.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the door bears.
 *
 * @param maxBody the largest body, after decompression; 10 MiB by default
 * @param bodyTimeout how long a sender may take for a body
 * @param maxConcurrent how many submissions are worked on at the same time
 * @param maxWait how long a submission waits for its turn before it is turned away with 503
 */
@ConfigurationProperties("registry.door")
record DoorSettings(
    @DefaultValue("10MB") DataSize maxBody,
    @DefaultValue("30s") Duration bodyTimeout,
    @DefaultValue("16") int maxConcurrent,
    @DefaultValue("10s") Duration maxWait) {

  DoorSettings {
    if (maxBody.toBytes() < 1 || maxConcurrent < 1) {
      throw new IllegalArgumentException(
          "registry.door.max-body and max-concurrent are at least 1");
    }
  }
}
