package org.ketamineregistry.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r5.elementmodel.Element;

/**
 * Digests what a resource says, not how it is written: the order of properties has no meaning in
 * JSON, that of an element's repetitions has.
 */
final class ContentDigest {
  private static final Set<String> OF_THE_SENDING = Set.of("id", "meta", "timestamp");

  /** Repetitions keep their order, since the sort is stable. */
  private static final Comparator<Element> BY_NAME = Comparator.comparing(Element::getName);

  private final MessageDigest digest = RawDigest.sha256();

  private ContentDigest() {}

  static byte[] of(Element root) {
    var content = new ContentDigest();
    boolean bundle = root.fhirType().equals("Bundle");
    children(root)
        .filter(child -> !bundle || !OF_THE_SENDING.contains(child.getName()))
        .forEach(content::add);
    return content.digest.digest();
  }

  /** Without narrative, which is not kept. */
  private static Stream<Element> children(Element element) {
    return element.getChildren().stream()
        .filter(child -> !child.fhirType().equals("Narrative"))
        .sorted(BY_NAME);
  }

  private void add(Element element) {
    if (element.getXhtml() != null) {
      return; // A narrative outside its place is refused; HL7's model gives no value of it.
    }
    text(element.getName());
    text(element.hasValue() ? element.getValue() : "");
    digest.update((byte) '{');
    children(element).filter(child -> !isOfTheSending(element, child)).forEach(this::add);
    digest.update((byte) '}');
  }

  /**
   * A provenance that is created once, by its identifier, tells of the sending and not of what is
   * sent: when it is sent again with a later time, what was kept first stays. Its identifier, which
   * counts, stands in the entry's condition too.
   */
  private static boolean isOfTheSending(Element entry, Element child) {
    if (!child.getName().equals("resource") || !"Provenance".equals(child.fhirType())) {
      return false;
    }
    Element request = entry.getNamedChild("request");
    return request != null && request.getNamedChildValue("ifNoneExist") != null;
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Lengths keep "ab","c" and "a","bc" apart.
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
