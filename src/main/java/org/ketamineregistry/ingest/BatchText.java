package org.ketamineregistry.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A batch cut into its entries, as they were sent. It is read anew only where an entry is refused,
 * and once for all of them.
 */
final class BatchText {
  private final Incoming batch;
  private @Nullable List<byte[]> entries;

  /**
   * @param batch well-formed text
   */
  BatchText(Incoming batch) {
    this.batch = batch;
  }

  /** One entry with what is known of the whole. */
  Incoming entry(int index) {
    if (entries == null) {
      entries = batch.format() == Format.JSON ? json() : xml();
    }
    return new Incoming(
        batch.door(),
        batch.format(),
        entries.get(index),
        batch.receivedAt(),
        batch.requestId(),
        batch.caller());
  }

  private List<byte[]> json() {
    var found = new ArrayList<byte[]>();
    var json = new ObjectMapper();
    try {
      for (JsonNode entry : json.readTree(batch.body()).path("entry")) {
        found.add(json.writeValueAsBytes(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The batch was readable before", e);
    }
    return found;
  }

  private List<byte[]> xml() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      Node bundle =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(batch.body()))
              .getDocumentElement();
      var found = new ArrayList<byte[]>();
      for (Node child = bundle.getFirstChild(); child != null; child = child.getNextSibling()) {
        if ("entry".equals(child.getLocalName())) {
          var text = new ByteArrayOutputStream();
          TransformerFactory.newDefaultInstance()
              .newTransformer()
              .transform(new DOMSource(child), new StreamResult(text));
          found.add(text.toByteArray());
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The batch was readable before", e);
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IllegalStateException("The batch was well-formed before", e);
    }
  }
}
