package org.ketamineregistry.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A ViewDefinition, compiled: which rows a resource makes. Safe for concurrent use.
 *
 * @see <a href="https://sql-on-fhir.org/ig/latest/">SQL on FHIR 2</a>
 */
public final class View {
  private final FHIRPathEngine engine;
  private final About about;
  private final String resourceType;
  private final Map<String, String> constants;
  private final List<ExpressionNode> conditions;
  private final Selection whole;

  View(
      FHIRPathEngine engine,
      About about,
      String resourceType,
      Map<String, String> constants,
      List<ExpressionNode> conditions,
      Selection whole) {
    this.engine = engine;
    this.about = about;
    this.resourceType = resourceType;
    this.constants = constants;
    this.conditions = conditions;
    this.whole = whole;
  }

  /** What a view says of itself, for readers. */
  record About(String name, String title, String description) {}

  /** The name of the table. */
  public String name() {
    return about.name();
  }

  /** The name for readers. */
  public String title() {
    return about.title();
  }

  /** What a row stands for, in words; empty where the view does not say. */
  public String description() {
    return about.description();
  }

  /** The one type of resource that the view looks at. */
  public String resourceType() {
    return resourceType;
  }

  /** The columns, in the order of the cells of a row. */
  public List<Column> columns() {
    return whole.columns();
  }

  /**
   * The rows that a resource makes; none where it is of another type or the view's condition leaves
   * it out.
   *
   * @throws IllegalStateException where a column has several values in one row, which the profiles
   *     rule out
   */
  public List<List<@Nullable Object>> rows(Resource resource) {
    boolean wanted =
        resource.fhirType().equals(resourceType)
            && conditions.stream().allMatch(condition -> holds(condition, resource));
    return wanted ? rows(resource, resource, whole) : List.of();
  }

  private boolean holds(ExpressionNode condition, Resource resource) {
    return engine.evaluateToBoolean(constants, resource, resource, resource, condition);
  }

  /** Parts that stand side by side multiply, parts of a union add up. */
  private List<List<@Nullable Object>> rows(Resource root, Base context, Selection selection) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ExpressionNode each = selection.forEach();
    for (Base item : each == null ? List.of(context) : evaluate(root, context, each)) {
      List<List<@Nullable Object>> ofItem = List.of(cells(root, item, selection));
      for (Selection part : selection.parts()) {
        ofItem = product(ofItem, rows(root, item, part));
      }
      if (!selection.union().isEmpty()) {
        List<List<@Nullable Object>> union = new ArrayList<>();
        selection.union().forEach(part -> union.addAll(rows(root, item, part)));
        ofItem = product(ofItem, union);
      }
      rows.addAll(ofItem);
    }
    return rows;
  }

  private List<@Nullable Object> cells(Resource root, Base item, Selection selection) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Selection.Cell cell : selection.cells()) {
      List<Base> found = evaluate(root, item, cell.path());
      if (found.size() > 1) {
        throw new IllegalStateException(
            "View '%s' has more than one value for %s in one row"
                .formatted(name(), cell.column().name()));
      }
      cells.add(found.isEmpty() ? null : Cells.value(found.get(0), cell.column().type()));
    }
    return cells;
  }

  private static List<List<@Nullable Object>> product(
      List<List<@Nullable Object>> left, List<List<@Nullable Object>> right) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> one : left) {
      for (List<@Nullable Object> other : right) {
        List<@Nullable Object> row = new ArrayList<>(one);
        row.addAll(other);
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Base> evaluate(Resource root, Base context, ExpressionNode path) {
    return engine.evaluate(constants, root, root, context, path);
  }

  @Override
  public String toString() {
    return name();
  }
}
