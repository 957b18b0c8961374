package org.ketamineregistry.cli.hl7v2;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import picocli.CommandLine.Option;

/** The certificates of a listener that others than this machine reach. */
final class TlsOptions {
  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "This listener's certificate and those above it, in PEM.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of that certificate, in PEM (PKCS #8).")
  private @Nullable Path key;

  @Option(
      names = "--tls-senders",
      paramLabel = "FILE",
      description =
          "The certificates of the senders, or of whoever signed them, in PEM. Nobody else gets"
              + " in.")
  private @Nullable Path senders;

  /**
   * TLS on both sides.
   *
   * @return null where none is configured
   * @throws Unusable where a file is not what it has to be
   */
  @Nullable SSLContext context(Terminal terminal) throws Unusable {
    long given = Stream.of(certificate, key, senders).filter(Objects::nonNull).count();
    if (given == 0) {
      return null;
    }
    terminal.hold(given == 3, "--tls-certificate, --tls-key and --tls-senders go together.");
    try {
      return SslBundle.of(
              new PemSslStoreBundle(
                  PemSslStoreDetails.forCertificate(place(certificate)).withPrivateKey(place(key)),
                  PemSslStoreDetails.forCertificate(place(senders))))
          .createSslContext();
    } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
      throw new Unusable("The certificates or the key cannot be read: " + e.getMessage(), e);
    }
  }

  private static String place(@Nullable Path file) {
    return Objects.requireNonNull(file).toUri().toString();
  }
}
