package org.ketamineregistry.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page of the site, read as XML, which each page is as well. */
record SitePage(String file, List<Element> elements) {

  /** Every page of a site, by its file. */
  static Map<String, SitePage> all(Path site) {
    try (Stream<Path> tree = Files.walk(site)) {
      return tree.filter(file -> file.toString().endsWith(".html")).toList().parallelStream()
          .map(file -> read(site, file))
          .collect(Collectors.toMap(SitePage::file, page -> page, (one, two) -> one, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SitePage read(Path site, Path file) {
    String name = site.relativize(file).toString().replace('\\', '/');
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(Files.newBufferedReader(file)));
      List<Element> elements = new ArrayList<>();
      var all = document.getElementsByTagName("*");
      IntStream.range(0, all.getLength()).forEach(i -> elements.add((Element) all.item(i)));
      return new SitePage(name, elements);
    } catch (SAXException e) {
      throw new AssertionError(name + " is not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  Stream<Element> named(String tag) {
    return elements.stream().filter(element -> element.getTagName().equals(tag));
  }

  /** The values of an attribute, in the order of the page. */
  Stream<String> values(String attribute) {
    return elements.stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute));
  }

  Stream<String> ids() {
    return values("id");
  }

  /** What it links to or shows of the site itself. */
  Stream<String> targets() {
    return Stream.concat(values("href"), values("src"))
        .filter(Predicate.not(target -> target.matches("(https?|mailto|urn):.*")));
  }

  /** The text of the first element of a kind. */
  Optional<String> text(String tag) {
    return named(tag).findFirst().map(Element::getTextContent);
  }
}
