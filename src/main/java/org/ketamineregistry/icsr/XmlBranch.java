package org.ketamineregistry.icsr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An element of a message of HL7 v3 and what is below it. Messages come from others: a document
 * type, which entities need, is refused, and so is what is too large, too deep or names too much.
 */
record XmlBranch(Element element) {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

  /** Says nothing of what it finds; whoever asked does. */
  private static final ErrorHandler SILENT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {}

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
          throw e;
        }
      };

  /**
   * Reads a document.
   *
   * @param root the name of its outermost element
   */
  static XmlBranch read(InputStream in, String root) throws IOException, UnreadableMessage {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableMessage("The message is larger than 16 MiB.");
    }
    try {
      Element read = builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
      if (!XmlTree.HL7.equals(read.getNamespaceURI()) || !root.equals(read.getLocalName())) {
        throw new UnreadableMessage("The message is no " + root + " of urn:hl7-org:v3.");
      }
      return new XmlBranch(read);
    } catch (SAXParseException e) {
      throw new UnreadableMessage(
          "The message is not well-formed, or has a document type or too many levels, at line "
              + e.getLineNumber()
              + ".",
          e);
    } catch (SAXException e) {
      throw new UnreadableMessage("The message is not well-formed.", e);
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(LIMIT + "maxElementDepth", "64");
      factory.setAttribute(LIMIT + "elementAttributeLimit", "32");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(SILENT);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All elements at the end of a path of names. */
  Stream<XmlBranch> all(String path) {
    Stream<XmlBranch> found = Stream.of(this);
    for (String name : path.split("/")) {
      found = found.flatMap(branch -> branch.children(name).stream());
    }
    return found;
  }

  /** The first element at the end of a path of names. */
  Optional<XmlBranch> one(String path) {
    return all(path).findFirst();
  }

  private List<XmlBranch> children(String name) {
    var found = new ArrayList<XmlBranch>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && name.equals(child.getLocalName())
          && XmlTree.HL7.equals(child.getNamespaceURI())) {
        found.add(new XmlBranch(child));
      }
    }
    return found;
  }

  /** The value of an attribute; null where there is none. */
  @Nullable String attribute(String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  /** An attribute at the end of a path; null where there is none. */
  @Nullable String attribute(String path, String name) {
    return one(path).map(branch -> branch.attribute(name)).orElse(null);
  }

  /** The text at the end of a path; null where there is none. */
  @Nullable String text(String path) {
    return one(path)
        .map(branch -> branch.element.getTextContent().strip())
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  /** Whether its code is one of a code system. */
  boolean isCoded(String code, String system) {
    return one("code")
        .filter(found -> code.equals(found.attribute("code")))
        .filter(found -> system.equals(found.attribute("codeSystem")))
        .isPresent();
  }
}
