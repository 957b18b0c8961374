package org.ketamineregistry.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask, where an identity provider tells clients apart.
 *
 * @param perClient requests a minute of a client with a valid token
 * @param perAddress requests a minute, from one address, without one
 */
@ConfigurationProperties("registry.rate")
record RateSettings(@DefaultValue("6000") long perClient, @DefaultValue("600") long perAddress) {

  RateSettings {
    if (perClient < 1 || perAddress < 1) {
      throw new IllegalArgumentException("registry.rate.per-client and per-address are at least 1");
    }
  }
}
