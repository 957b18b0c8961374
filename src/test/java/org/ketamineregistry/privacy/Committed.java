package org.ketamineregistry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is made from the code and committed. A test holds that both agree; {@code mvn -B test
 * -Drenew -Dtest='Lattice*Test,PrivacyPageTest'} writes the files anew.
 */
final class Committed {
  private Committed() {}

  static void holds(Path file, String made) throws IOException {
    if (System.getProperty("renew") != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, made);
    }
    assertThat(file).as("renew it by -Drenew, and look at the difference").exists();
    assertThat(Files.readString(file)).isEqualTo(made);
  }
}
