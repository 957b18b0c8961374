package org.ketamineregistry.validate;

import java.util.Optional;
import org.hl7.fhir.r5.elementmodel.Element;
import org.ketamineregistry.ingest.BusinessIdentifier;

/**
 * A reference from one resource to another.
 *
 * @param expression the FHIRPath expression that leads to the Reference
 * @param at the {@code reference} element
 * @param target the reference as it was sent
 * @param form what kind of reference it is
 */
public record Link(String expression, Element at, String target, Form form) {
  /** The forms of reference that the registry tells apart. */
  public enum Form {
    /** To a resource within the same resource, {@code #id}. */
    CONTAINED,
    /** To another entry of the bundle, {@code urn:uuid:…} or {@code urn:oid:…}. */
    ENTRY,
    /** To a record by its identifier, {@code Type?identifier=system|value}. */
    CONDITIONAL,
    /** To a record by the registry's id, {@code Type/id}. */
    LITERAL,
    /** Anything else. */
    OTHER
  }

  static Optional<Link> of(String expression, Element reference) {
    Element at = reference.getNamedChild("reference");
    if (at == null || !at.hasValue()) {
      return Optional.empty();
    }
    return Optional.of(new Link(expression, at, at.getValue(), form(at.getValue())));
  }

  /** The type that the reference itself names, empty where it names none. */
  public Optional<String> namedType() {
    return switch (form) {
      case CONDITIONAL -> Optional.of(target.substring(0, target.indexOf('?')));
      case LITERAL -> Optional.of(target.substring(0, target.indexOf('/')));
      default -> Optional.empty();
    };
  }

  private static Form form(String target) {
    if (target.startsWith("#")) {
      return Form.CONTAINED;
    } else if (target.startsWith("urn:")) {
      return Form.ENTRY;
    } else if (target.matches("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}")) {
      return Form.LITERAL;
    }
    int question = target.indexOf('?');
    boolean conditional =
        question > 0
            && target.substring(0, question).matches("[A-Z][A-Za-z]+")
            && BusinessIdentifier.parse(target.substring(0, question), target).isPresent();
    return conditional ? Form.CONDITIONAL : Form.OTHER;
  }
}
