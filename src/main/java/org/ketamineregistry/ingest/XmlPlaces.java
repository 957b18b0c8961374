package org.ketamineregistry.ingest;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Notes where each element of an XML text begins. */
final class XmlPlaces {
  private XmlPlaces() {}

  static PlacedNode read(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    String[] lines = text.split("\r\n|[\r\n]", -1);
    var root = new PlacedNode("", new Place(1, 1));
    Deque<PlacedNode> open = new ArrayDeque<>();
    open.push(root);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        var node = new PlacedNode(reader.getLocalName(), start(reader.getLocation(), lines));
        open.element().add(node);
        open.push(node);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      }
    }
    return root.unwrapped();
  }

  /** The reader tells where a start tag ends; no tag has another {@code <} within. */
  private static Place start(Location end, String[] lines) {
    int line = Math.min(end.getLineNumber(), lines.length) - 1;
    int before = Math.min(end.getColumnNumber() - 2, lines[line].length() - 1);
    int column = lines[line].lastIndexOf('<', before);
    while (column < 0 && line > 0) {
      line--;
      column = lines[line].lastIndexOf('<');
    }
    return new Place(line + 1, Math.max(column, 0) + 1);
  }
}
