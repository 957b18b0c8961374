package org.ketamineregistry.icsr;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements of HL7 v3 with their attributes: names and values in turn. */
final class XmlTree {
  static final String HL7 = "urn:hl7-org:v3";
  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
  private static final String XSI_TYPE = "xsi:type";

  private final XMLStreamWriter out;

  private XmlTree(XMLStreamWriter out) {
    this.out = out;
  }

  /** A step of writing, which may fail. */
  private interface Step {
    void take() throws XMLStreamException;
  }

  /** Begins a document with its outermost element. */
  static XmlTree begin(OutputStream stream, String root) {
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
      out.setDefaultNamespace(HL7);
      out.setPrefix("xsi", XSI);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement(HL7, root);
      out.writeDefaultNamespace(HL7);
      out.writeNamespace("xsi", XSI);
      out.writeAttribute("ITSVersion", "XML_1.0");
      return new XmlTree(out);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the document. */
  void end() {
    step(
        () -> {
          out.writeEndDocument();
          out.flush();
        });
  }

  XmlTree open(String name, @Nullable String... attributes) {
    step(
        () -> {
          out.writeStartElement(HL7, name);
          attributes(attributes);
        });
    return this;
  }

  /** Closes as many elements. */
  XmlTree close(int levels) {
    for (int level = 0; level < levels; level++) {
      step(out::writeEndElement);
    }
    return this;
  }

  /** An element without content. */
  XmlTree leaf(String name, @Nullable String... attributes) {
    step(
        () -> {
          out.writeEmptyElement(HL7, name);
          attributes(attributes);
        });
    return this;
  }

  /** An element with text. */
  XmlTree text(String name, String text, @Nullable String... attributes) {
    step(
        () -> {
          out.writeStartElement(HL7, name);
          attributes(attributes);
          out.writeCharacters(legal(text));
          out.writeEndElement();
        });
    return this;
  }

  /** An attribute without a value is left out. */
  private void attributes(@Nullable String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      if (name == null || value == null) {
        continue;
      }
      if (name.equals(XSI_TYPE)) {
        out.writeAttribute("xsi", XSI, "type", value);
      } else {
        out.writeAttribute(name, legal(value));
      }
    }
  }

  /** XML 1.0 has no word for most control characters, and the writer does not look. */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }

  private static void step(Step step) {
    try {
      step.take();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(XMLStreamException e) {
    return new UncheckedIOException(new IOException("The message cannot be written", e));
  }
}
