package org.ketamineregistry.cli.push;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ketamineregistry.cli.registry.Registry;

/**
 * One file, ready to be sent.
 *
 * @param name its path within the folder
 * @param digest SHA-256 of its bytes
 * @param method POST for what may hold many resources, PUT for a single one
 * @param batch whether its entries are judged one by one
 */
@SuppressWarnings("ArrayRecordComponent") // payloads are sent, never compared
record Payload(
    String name,
    byte[] bytes,
    String digest,
    MediaType mediaType,
    String method,
    URI target,
    boolean batch) {

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is nothing that could be sent
   */
  static Payload read(String name, Path file, Registry registry) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String digest = digest(bytes);
    MediaType mediaType = MediaType.of(file).orElseThrow();
    ResourceHead head =
        mediaType == MediaType.XML ? ResourceHead.ofXml(bytes) : ResourceHead.ofJson(bytes);
    if (head.isBundle()) {
      return new Payload(
          name, bytes, digest, mediaType, "POST", registry.forBundles(), head.isBatch());
    }
    if (!head.type().matches("[A-Z][A-Za-z]+") || head.identifier().isEmpty()) {
      throw new IOException("neither a Bundle nor a resource with an identifier");
    }
    URI target = registry.forResource(head.type(), head.identifier());
    return new Payload(name, bytes, digest, mediaType, "PUT", target, false);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
