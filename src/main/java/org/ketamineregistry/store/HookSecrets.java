package org.ketamineregistry.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.subscription.HookHeaders;

/** The headers of hooks as they are kept: encrypted, since they hold secrets. */
final class HookSecrets {
  private final PayloadCipher cipher;

  HookSecrets(PayloadCipher cipher) {
    this.cipher = cipher;
  }

  byte @Nullable [] sealed(HookHeaders headers) {
    return headers.isEmpty()
        ? null
        : cipher.encrypt(String.join("\n", headers.lines()).getBytes(StandardCharsets.UTF_8));
  }

  HookHeaders opened(byte @Nullable [] sealed) {
    return sealed == null
        ? HookHeaders.none()
        : new HookHeaders(
            List.of(new String(cipher.decrypt(sealed), StandardCharsets.UTF_8).split("\n")));
  }
}
