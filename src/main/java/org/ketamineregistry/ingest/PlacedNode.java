package org.ketamineregistry.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One element of a text, JSON or XML, with the place where it begins. */
final class PlacedNode {
  private final String name;
  private final Place place;
  private final List<PlacedNode> children = new ArrayList<>();

  PlacedNode(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  void add(PlacedNode child) {
    children.add(child);
  }

  /**
   * A child by its name in FHIRPath, where a choice goes by its stem: {@code value} is found as
   * {@code valueQuantity}.
   */
  Optional<PlacedNode> child(String stem, int index) {
    List<PlacedNode> named = children.stream().filter(node -> node.name.equals(stem)).toList();
    if (named.isEmpty()) {
      named = children.stream().filter(node -> isChoice(node.name, stem)).toList();
    }
    return index < named.size() ? Optional.of(named.get(index)) : Optional.empty();
  }

  /** FHIR XML wraps a resource in the element that holds it; FHIRPath knows no such step. */
  PlacedNode unwrapped() {
    boolean wrapper = children.size() == 1 && children.get(0).name.matches("[A-Z].*");
    return wrapper ? children.get(0) : this;
  }

  /** What a Parameters resource asks a verdict on; of anything else itself. */
  PlacedNode judged() {
    return children.stream()
        .filter(child -> child.name.equals("parameter"))
        .flatMap(parameter -> parameter.child("resource", 0).stream())
        .map(PlacedNode::unwrapped)
        .findFirst()
        .orElse(this);
  }

  private static boolean isChoice(String name, String stem) {
    return name.length() > stem.length()
        && name.startsWith(stem)
        && Character.isUpperCase(name.charAt(stem.length()));
  }
}
