package org.ketamineregistry.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.hl7.fhir.r5.elementmodel.Element;

/** Digests what a resource says, not how it is written. */
final class ContentDigest {
  private static final Set<String> OF_THE_SENDING = Set.of("id", "meta", "timestamp");

  private final MessageDigest digest = RawDigest.sha256();

  private ContentDigest() {}

  static byte[] of(Element root) {
    var content = new ContentDigest();
    boolean bundle = root.fhirType().equals("Bundle");
    for (Element child : root.getChildren()) {
      if (!bundle || !OF_THE_SENDING.contains(child.getName())) {
        content.add(child);
      }
    }
    return content.digest.digest();
  }

  private void add(Element element) {
    if (element.fhirType().equals("xhtml")) {
      return; // Narrative is not kept, so it makes no difference.
    }
    text(element.getName());
    text(element.hasValue() ? element.getValue() : "");
    digest.update((byte) '{');
    element.getChildren().forEach(this::add);
    digest.update((byte) '}');
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Lengths keep "ab","c" and "a","bc" apart.
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
