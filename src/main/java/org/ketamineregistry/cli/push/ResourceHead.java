package org.ketamineregistry.cli.push;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What has to be known of a resource to send it; the registry reads the rest.
 *
 * @param type empty if the text says none
 * @param bundleType empty unless it is a bundle
 * @param identifier the first one, as {@code system|value}, or empty
 */
record ResourceHead(String type, String bundleType, String identifier) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ResourceHead ofJson(byte[] text) throws IOException {
    String type = "";
    String bundleType = "";
    String identifier = "";
    try (JsonParser parser = JSON.getFactory().createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new ResourceHead(type, bundleType, identifier);
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        switch (name) {
          case "resourceType" -> type = parser.getValueAsString("");
          case "type" -> bundleType = parser.getValueAsString("");
          case "identifier" -> identifier = token(parser.readValueAsTree());
          default -> {}
        }
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      throw malformed("JSON", e.getLocation().getLineNr(), e);
    }
    return new ResourceHead(type, "Bundle".equals(type) ? bundleType : "", identifier);
  }

  static ResourceHead ofXml(byte[] text) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return ofXml(factory.createXMLStreamReader(new ByteArrayInputStream(text)));
    } catch (XMLStreamException e) {
      throw malformed("XML", e.getLocation().getLineNumber(), e);
    }
  }

  /**
   * The message of a parser may quote the text that it stumbled over, which is nobody's business.
   */
  private static IOException malformed(String format, int line, Exception cause) {
    return new IOException("malformed " + format + " at line " + line, cause);
  }

  boolean isBundle() {
    return "Bundle".equals(type);
  }

  /** The entries of a batch are judged one by one; those of a transaction all together. */
  boolean isBatch() {
    return "batch".equals(bundleType);
  }

  private static ResourceHead ofXml(XMLStreamReader reader) throws XMLStreamException {
    String type = "";
    String bundleType = "";
    String system = "";
    String value = "";
    String child = "";
    int depth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String name = reader.getLocalName();
        if (depth == 1) {
          type = name;
        } else if (depth == 2) {
          child = name;
          bundleType = "type".equals(name) ? attribute(reader) : bundleType;
        } else if (depth == 3 && "identifier".equals(child)) {
          system = system.isEmpty() && "system".equals(name) ? attribute(reader) : system;
          value = value.isEmpty() && "value".equals(name) ? attribute(reader) : value;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return new ResourceHead(
        type, "Bundle".equals(type) ? bundleType : "", value.isEmpty() ? "" : system + "|" + value);
  }

  private static String attribute(XMLStreamReader reader) {
    String value = reader.getAttributeValue(null, "value");
    return value == null ? "" : value;
  }

  private static String token(JsonNode identifier) {
    JsonNode first = identifier.isArray() ? identifier.path(0) : identifier;
    String value = first.path("value").asText();
    return value.isEmpty() ? "" : first.path("system").asText() + "|" + value;
  }
}
