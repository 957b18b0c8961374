package org.ketamineregistry.icsr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Order, cardinality and fixed attributes of a message, as {@code structure.txt} states them. */
final class IcsrStructure {
  private static final Path FILE = Path.of("src/test/resources/icsr/structure.txt");
  private static final Map<String, Rule> RULES = rules();

  private record Rule(Map<String, String> attributes, Pattern children) {}

  private IcsrStructure() {}

  /** What is wrong in an element and below it. */
  static List<String> faults(XmlBranch branch) {
    var faults = new ArrayList<String>();
    look(branch.element(), faults);
    return faults;
  }

  private static void look(Element element, List<String> faults) {
    List<Element> children = children(element);
    Rule rule = RULES.get(element.getLocalName());
    String order =
        children.stream().map(child -> child.getLocalName() + " ").collect(Collectors.joining());
    if (rule == null) {
      if (!children.isEmpty()) {
        faults.add(element.getLocalName() + " has elements, and no rule says which");
      }
    } else {
      if (!rule.children().matcher(order).matches()) {
        faults.add(element.getLocalName() + " has " + order);
      }
      rule.attributes()
          .forEach(
              (name, value) -> {
                if (!value.equals(element.getAttribute(name))) {
                  faults.add(element.getLocalName() + " has no " + name + " " + value);
                }
              });
    }
    children.forEach(child -> look(child, faults));
  }

  private static List<Element> children(Element element) {
    var found = new ArrayList<Element>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        found.add(child);
      }
    }
    return found;
  }

  private static Map<String, Rule> rules() {
    var rules = new HashMap<String, Rule>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] sides = line.split(":", 2);
          String[] head = sides[0].split(" ");
          rules.put(
              head[0],
              new Rule(
                  Stream.of(head)
                      .skip(1)
                      .map(attribute -> attribute.split("="))
                      .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                  Pattern.compile(
                      sides[1].strip().replaceAll("(\\w+)([?*+]?)( |$)", "(?:$1 )$2"))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }
}
