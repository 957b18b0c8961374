package org.ketamineregistry.projection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.context.IWorkerContext;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.jspecify.annotations.Nullable;

/**
 * Compiles ViewDefinitions. What is implemented are the constructs that the guide's views use; a
 * view with any other is refused, and so is one whose paths cannot mean what it says.
 */
public final class ViewCompiler {
  private static final Set<String> OF_VIEW =
      Set.of(
          "resourceType",
          "url",
          "name",
          "title",
          "status",
          "description",
          "fhirVersion",
          "resource",
          "constant",
          "select",
          "where");
  private static final Set<String> OF_CONSTANT = Set.of("name", "valueString");
  private static final Set<String> OF_WHERE = Set.of("path", "description");
  private static final Set<String> OF_SELECT = Set.of("column", "select", "forEach", "unionAll");
  private static final Set<String> OF_COLUMN = Set.of("name", "path", "type", "description");

  private final FHIRPathEngine engine;

  /**
   * A compiler.
   *
   * @param definitions of FHIR R4, by which paths are checked
   */
  public ViewCompiler(IWorkerContext definitions) {
    engine = new FHIRPathEngine(definitions);
    engine.setHostServices(new KeyFunctions());
  }

  /**
   * Compiles a view.
   *
   * @param json a ViewDefinition
   * @throws ViewRefused where it is wrong or uses what is not implemented
   */
  public View compile(JsonNode json) {
    return new Compilation(json).view();
  }

  /** The compilation of one view. */
  private final class Compilation {
    private final JsonNode json;
    private final String name;
    private final String resourceType;
    private final Map<String, String> constants = new HashMap<>();
    private final PathCheck paths;

    private Compilation(JsonNode json) {
      this.json = json;
      name = json.path("name").asText("(without a name)");
      knows(json, "the view", OF_VIEW);
      resourceType = text(json, "the view", "resource");
      paths = new PathCheck(engine, name, resourceType, constants);
    }

    View view() {
      json.path("constant").forEach(this::constant);
      var root = new TypeDetails(CollectionStatus.SINGLETON, resourceType);
      List<ExpressionNode> conditions = new ArrayList<>();
      for (JsonNode condition : json.path("where")) {
        String place = "where[" + conditions.size() + "]";
        knows(condition, place, OF_WHERE);
        conditions.add(paths.condition(text(condition, place, "path"), place + ".path", root));
      }
      if (json.path("select").isEmpty()) {
        throw refused("the view", "it selects nothing");
      }
      var whole = new Selection(null, List.of(), selections(json, "select", "", root), List.of());
      Set<String> names = new HashSet<>();
      whole
          .columns()
          .forEach(
              column -> {
                if (!names.add(column.name())) {
                  throw refused("select", "the column " + column.name() + " stands twice");
                }
              });
      var about =
          new View.About(
              name, json.path("title").asText(name), json.path("description").asText(""));
      return new View(engine, about, resourceType, Map.copyOf(constants), conditions, whole);
    }

    private void constant(JsonNode constant) {
      String place = "constant";
      knows(constant, place, OF_CONSTANT);
      constants.put(text(constant, place, "name"), text(constant, place, "valueString"));
    }

    private List<Selection> selections(
        JsonNode parent, String key, String before, TypeDetails context) {
      List<Selection> selections = new ArrayList<>();
      for (JsonNode part : parent.path(key)) {
        String place = before + key + "[" + selections.size() + "]";
        selections.add(selection(part, place, context));
      }
      return selections;
    }

    private Selection selection(JsonNode json, String place, TypeDetails context) {
      knows(json, place, OF_SELECT);
      ExpressionNode forEach = null;
      TypeDetails at = context;
      if (json.has("forEach")) {
        String path = text(json, place, "forEach");
        forEach = paths.elements(path, place + ".forEach");
        at = paths.typeOf(forEach, path, place + ".forEach", context);
      }
      List<Selection.Cell> cells = new ArrayList<>();
      for (JsonNode column : json.path("column")) {
        cells.add(cell(column, place + ".column[" + cells.size() + "]", at));
      }
      List<Selection> parts = selections(json, "select", place + ".", at);
      List<Selection> union = selections(json, "unionAll", place + ".", at);
      union.forEach(
          part -> {
            if (!areLike(part.columns(), union.get(0).columns())) {
              throw refused(place + ".unionAll", "its parts do not have the same columns");
            }
          });
      return new Selection(forEach, cells, parts, union);
    }

    private static boolean areLike(List<Column> ones, List<Column> others) {
      return ones.size() == others.size()
          && IntStream.range(0, ones.size()).allMatch(i -> ones.get(i).isLike(others.get(i)));
    }

    private Selection.Cell cell(JsonNode column, String place, TypeDetails context) {
      knows(column, place, OF_COLUMN);
      String type = text(column, place, "type");
      ColumnType known =
          ColumnType.of(type)
              .orElseThrow(() -> refused(place, "no column holds the type '" + type + "'"));
      return new Selection.Cell(
          new Column(
              text(column, place, "name"), known, type, column.path("description").asText("")),
          paths.column(text(column, place, "path"), place + ".path", type, context));
    }

    private void knows(JsonNode element, String place, Set<String> keys) {
      for (Iterator<String> names = element.fieldNames(); names.hasNext(); ) {
        String key = names.next();
        if (!keys.contains(key)) {
          throw refused(place, "'" + key + "' is not implemented");
        }
      }
    }

    private String text(JsonNode element, String place, String key) {
      @Nullable String text = element.path(key).textValue();
      if (text == null) {
        throw refused(place, "'" + key + "' is missing");
      }
      return text;
    }

    private ViewRefused refused(String place, String reason) {
      return new ViewRefused(name, place, reason);
    }
  }
}
