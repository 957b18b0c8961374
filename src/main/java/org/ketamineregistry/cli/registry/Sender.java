package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.util.Optional;

/** How whoever pushes proves who it is. */
public interface Sender {
  /** Proves nothing, which a registry in open mode asks for. */
  Sender ANYBODY = Optional::empty;

  /**
   * The header {@code Authorization} of a request; empty for none.
   *
   * @throws Unusable where none can be had
   * @throws IOException where none can be had for the moment
   */
  Optional<String> authorization() throws Unusable, IOException, InterruptedException;

  /** The registry did not know the sender; whether another proof is worth a try. */
  default boolean renew() {
    return false;
  }
}
