package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.util.Optional;
import org.ketamineregistry.credentials.BackendService;
import org.ketamineregistry.credentials.NoToken;

/** A system with a private key, which gets a token whenever it needs one. */
final class KeyHolder implements Sender {
  private final BackendService service;

  KeyHolder(BackendService service) {
    this.service = service;
  }

  @Override
  public Optional<String> authorization() throws Unusable, IOException, InterruptedException {
    try {
      return Optional.of("Bearer " + service.token());
    } catch (NoToken e) {
      if (e.isPassing()) {
        throw new IOException(e.reason(), e);
      }
      throw new Unusable(e.reason(), e);
    }
  }

  @Override
  public boolean renew() {
    service.forget();
    return true;
  }
}
