package org.ketamineregistry.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRLexer.FHIRLexerException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FHIRConstant;
import org.hl7.fhir.r4.fhirpath.TypeDetails;

/** Parses the paths of one view and holds them to what is implemented, and to the types of R4. */
final class PathCheck {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "where",
          "exists",
          "empty",
          "extension",
          "ofType",
          "first",
          "not",
          KeyFunctions.RESOURCE_KEY,
          KeyFunctions.REFERENCE_KEY);
  private static final Set<Operation> OPERATIONS =
      Set.of(Operation.And, Operation.Or, Operation.Equals, Operation.NotEquals);

  private final FHIRPathEngine engine;
  private final String view;
  private final String resourceType;
  private final Map<String, String> constants;

  /**
   * @param constants the view's, by name
   */
  PathCheck(
      FHIRPathEngine engine, String view, String resourceType, Map<String, String> constants) {
    this.engine = engine;
    this.view = view;
    this.resourceType = resourceType;
    this.constants = constants;
  }

  /** A path by which a resource is left out or not. */
  ExpressionNode condition(String path, String place, TypeDetails context) {
    ExpressionNode parsed = parse(path, place);
    hold(parsed, path, place, context, "boolean"::equals, "boolean");
    return parsed;
  }

  /** A path of a column of a type. */
  ExpressionNode column(String path, String place, String type, TypeDetails context) {
    ExpressionNode parsed = parse(path, place);
    Predicate<String> same =
        found ->
            ColumnType.of(found)
                .map(kind -> kind.holdsLike(ColumnType.of(type).orElseThrow()))
                .orElse(false);
    hold(parsed, path, place, context, same, type);
    return parsed;
  }

  /** A path to elements, of each of which a row is made. */
  ExpressionNode elements(String path, String place) {
    ExpressionNode parsed = parse(path, place);
    if (parsed.getKind() == Kind.Constant) {
      throw new ViewRefused(view, place, "a constant is no element");
    }
    return parsed;
  }

  /** Of which types what a path finds may be. */
  TypeDetails typeOf(ExpressionNode parsed, String path, String place, TypeDetails context) {
    try {
      // That a path may find several values is a warning; a row that has several says so itself.
      return engine.checkOnTypes(constants, resourceType, path, context, parsed, new ArrayList<>());
    } catch (FHIRException e) {
      throw new ViewRefused(view, place, String.valueOf(e.getMessage()));
    }
  }

  private void hold(
      ExpressionNode parsed,
      String path,
      String place,
      TypeDetails context,
      Predicate<String> wanted,
      String type) {
    Set<String> found = typeOf(parsed, path, place, context).getTypes();
    if (found.stream().map(PathCheck::nameOf).noneMatch(wanted)) {
      throw new ViewRefused(view, place, "it finds " + found + ", which is no " + type);
    }
  }

  /** FHIRPath's own types are written with a capital: {@code System.Boolean}. */
  private static String nameOf(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1);
    return name.startsWith("System.")
        ? Character.toLowerCase(name.charAt(7)) + name.substring(8)
        : name;
  }

  private ExpressionNode parse(String path, String place) {
    ExpressionNode parsed;
    try {
      parsed = engine.parse(path);
    } catch (FHIRLexerException e) {
      throw new ViewRefused(view, place, String.valueOf(e.getMessage()));
    }
    for (ExpressionNode node = parsed; node != null; node = node.getOpNext()) {
      hold(node, place);
    }
    return parsed;
  }

  /** An index in brackets is a function without a name. */
  private static String functionOf(ExpressionNode node) {
    return node.getName() == null ? node.getFunction().toCode() : node.getName();
  }

  private void hold(ExpressionNode node, String place) {
    if (node.getKind() == Kind.Function && !FUNCTIONS.contains(functionOf(node))) {
      throw new ViewRefused(
          view, place, "the function '" + functionOf(node) + "' is not implemented");
    } else if (node.getOperation() != null && !OPERATIONS.contains(node.getOperation())) {
      throw new ViewRefused(
          view, place, "the operation '" + node.getOperation().toCode() + "' is not implemented");
    } else if (node.getKind() == Kind.Constant
        && node.getConstant() instanceof FHIRConstant constant
        && constant.getValue().startsWith("%")
        && !constants.containsKey(constant.getValue().substring(1))) {
      throw new ViewRefused(view, place, "the constant '" + constant.getValue() + "' is unknown");
    }
    List<ExpressionNode> inner = new ArrayList<>();
    if (node.getKind() == Kind.Function) {
      inner.addAll(node.getParameters());
    }
    if (node.getInner() != null) {
      inner.add(node.getInner());
    }
    if (node.getGroup() != null) {
      inner.add(node.getGroup());
    }
    for (ExpressionNode part : inner) {
      for (ExpressionNode each = part; each != null; each = each.getOpNext()) {
        hold(each, place);
      }
    }
  }
}
