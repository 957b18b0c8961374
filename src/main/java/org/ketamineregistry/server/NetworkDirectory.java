package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.network.DirectoryRefused;
import org.ketamineregistry.network.DirectorySignature;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Askings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in its file, as it is now. Whoever is not in it now is not spoken to. */
final class NetworkDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkDirectory.class);
  private static final long LARGEST = 4 * 1024 * 1024;

  private final NetworkSettings settings;
  private final FhirContext context;
  private final Askings askings;

  NetworkDirectory(NetworkSettings settings, FhirContext context, Askings askings) {
    this.settings = settings;
    this.context = context;
    this.askings = askings;
  }

  /**
   * The directory that holds now.
   *
   * @throws Refused 404 where this registry is in no network; 503 where the directory is not to be
   *     trusted
   */
  Directory current() {
    Path file = settings.directory();
    Path signers = settings.signers();
    if (file == null || signers == null || !Files.exists(file)) {
      throw Refused.because(
          ErrorCode.NETWORK_NOT_JOINED,
          "This registry is in no network. Its operator joins one by registry.network.directory.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("A directory is smaller");
      }
      Directory directory =
          new DirectoryReader(context, DirectorySignature.by(Files.readString(signers)))
              .read(Files.readString(file));
      askings.accept(directory);
      return directory;
    } catch (DirectoryRefused refused) {
      LOG.error("The network's directory is not used: {}", refused.words());
      throw refused();
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("The network's directory cannot be read: {}", e.getClass().getSimpleName());
      throw refused();
    }
  }

  private static Refused refused() {
    return Refused.because(
        ErrorCode.NETWORK_DIRECTORY_REFUSED,
        "The network's directory cannot be trusted, so nobody was asked. Tell the registry's"
            + " operator, whose log says what is wrong.");
  }
}
