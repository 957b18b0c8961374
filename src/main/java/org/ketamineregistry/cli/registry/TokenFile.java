package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bearer token in a file, which is read for every request, so that it may be renewed meanwhile.
 */
record TokenFile(Path file) implements Sender {

  @Override
  public Optional<String> authorization() throws Unusable {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new Unusable("There is no token in " + file);
      }
      return Optional.of("Bearer " + token);
    } catch (IOException e) {
      throw new Unusable("Cannot read the token in " + file, e);
    }
  }
}
