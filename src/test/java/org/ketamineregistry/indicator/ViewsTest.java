package org.ketamineregistry.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.profiles.GuideDefinitions;

/** The flat tables: ViewDefinitions that any runner of SQL on FHIR's shareable views can run. */
class ViewsTest {
  private static final Path EXAMPLES = Path.of("profiles/package/example");
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final HapiWorkerContext R4 = new HapiWorkerContext(FHIR, definitions());

  /** What a runner of shareable views must know. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "where",
          "exists",
          "empty",
          "extension",
          "ofType",
          "first",
          "not",
          "getResourceKey",
          "getReferenceKey");

  private static final Set<Operation> OPERATIONS =
      Set.of(Operation.And, Operation.Or, Operation.Equals, Operation.NotEquals);

  static List<View> views() {
    return View.all();
  }

  @Test
  void everyTableIsThere() {
    assertThat(views())
        .extracting(View::name)
        .containsExactlyInAnyOrder(
            "patient",
            "clinic",
            "course",
            "course_prior_treatment",
            "session",
            "review",
            "administration",
            "supply",
            "prescription",
            "adverse_event",
            "adverse_event_term",
            "adverse_event_criterion",
            "adverse_event_suspect",
            "score",
            "measurement",
            "assessment",
            "treatment_consent",
            "sharing_decision",
            "comorbidity",
            "concomitant_medication",
            "finding",
            "finding_record");
  }

  @Test
  void thePackageCarriesTheFiles() throws Exception {
    Library tables =
        GuideDefinitions.get().guide().of(Library.class).stream()
            .filter(library -> library.getUrl().endsWith("/flat-tables"))
            .findFirst()
            .orElseThrow();
    var carried = new ArrayList<View>();
    for (var content : tables.getContent()) {
      carried.add(new View(new ObjectMapper().readTree(content.getData())));
    }
    assertThat(carried).containsExactlyInAnyOrderElementsOf(views());
  }

  @ParameterizedTest
  @MethodSource("views")
  void aViewIsShareable(View view) {
    assertThat(view.json().get("resourceType").asText()).isEqualTo("ViewDefinition");
    assertThat(view.json().get("url").asText()).endsWith("/" + view.name().replace('_', '-'));
    assertThat(view.json().get("fhirVersion").get(0).asText()).isEqualTo("4.0.1");
    assertThat(view.json().get("status").asText()).isEqualTo("active");
    assertThat(view.columnNames())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]*"));
    assertThat(view.columns())
        .allSatisfy(
            column -> {
              assertThat(column.hasNonNull("type")).as("type").isTrue();
              assertThat(column.hasNonNull("description")).as("description").isTrue();
              assertThat(column.has("collection")).as("collection").isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("views")
  void aViewUsesWhatEveryRunnerKnows(View view) throws Exception {
    FHIRPathEngine engine = engine(view);
    for (String path : paths(view)) {
      for (ExpressionNode node : nodes(engine.parse(path))) {
        if (node.getKind() == Kind.Function) {
          assertThat(node.getName()).as(path).isIn(FUNCTIONS);
        }
        if (node.getOperation() != null) {
          assertThat(node.getOperation()).as(path).isIn(OPERATIONS);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void aColumnHasTheTypeThatItSays(View view) throws Exception {
    FHIRPathEngine engine = engine(view);
    var root = new TypeDetails(CollectionStatus.SINGLETON, view.resource());
    for (String condition : view.where()) {
      assertThat(check(engine, view, root, condition).getTypes())
          .allMatch(type -> type.endsWith("oolean"));
    }
    checkColumns(engine, view, root, view.json().get("select"));
  }

  private static void checkColumns(
      FHIRPathEngine engine, View view, TypeDetails context, Iterable<JsonNode> selects)
      throws Exception {
    for (JsonNode select : selects) {
      TypeDetails at =
          select.has("forEach")
              ? check(engine, view, context, select.get("forEach").asText())
              : context;
      for (JsonNode column : select.path("column")) {
        TypeDetails found = check(engine, view, at, column.get("path").asText());
        assertThat(found.getTypes())
            .as(column.get("name").asText())
            .anyMatch(type -> nameOf(type).equals(type(column)));
      }
      checkColumns(engine, view, at, select.path("select"));
      checkColumns(engine, view, at, select.path("unionAll"));
    }
  }

  /** FHIRPath's own types are written with a capital: {@code System.Boolean}. */
  private static String nameOf(String type) {
    String name = type.substring(type.lastIndexOf('/') + 1);
    return name.equals("System.Boolean") ? "boolean" : name;
  }

  @ParameterizedTest
  @MethodSource("views")
  void theExamplesGiveRows(View view) throws Exception {
    FHIRPathEngine engine = engine(view);
    int rows = 0;
    for (Resource example : examples(view.resource())) {
      boolean wanted = true;
      for (String condition : view.where()) {
        wanted &= engine.evaluateToBoolean(null, example, example, engine.parse(condition));
      }
      if (wanted) {
        int own = rows(engine, example, List.of(example), view.json().get("select"));
        assertThat(own).as(example.getId()).isGreaterThanOrEqualTo(optional(view) ? 0 : 1);
        rows += own;
      }
    }
    assertThat(rows).isPositive();
  }

  /** A record may lack what the rows of a detail table stand for. */
  private static boolean optional(View view) {
    return Set.of("course_prior_treatment", "adverse_event_criterion").contains(view.name());
  }

  /** Evaluates every column and counts the rows: siblings multiply, parts of a union add up. */
  private static int rows(
      FHIRPathEngine engine, Resource root, List<Base> contexts, Iterable<JsonNode> selects)
      throws Exception {
    int rows = 0;
    for (Base context : contexts) {
      int product = 1;
      for (JsonNode select : selects) {
        product *= rowsOf(engine, root, context, select);
      }
      rows += product;
    }
    return rows;
  }

  private static int rowsOf(FHIRPathEngine engine, Resource root, Base context, JsonNode select)
      throws Exception {
    List<Base> items =
        select.has("forEach")
            ? evaluate(engine, root, context, select.get("forEach").asText())
            : List.of(context);
    int rows = 0;
    for (Base item : items) {
      for (JsonNode column : select.path("column")) {
        assertThat(evaluate(engine, root, item, column.get("path").asText()))
            .as("%s of %s", column.get("name"), root.getId())
            .hasSizeLessThanOrEqualTo(1);
      }
      int own = rows(engine, root, List.of(item), select.path("select"));
      int union = 0;
      for (JsonNode part : select.path("unionAll")) {
        union += rowsOf(engine, root, item, part);
      }
      rows += select.has("unionAll") ? own * union : own;
    }
    return rows;
  }

  private static List<Base> evaluate(
      FHIRPathEngine engine, Resource root, Base context, String path) throws Exception {
    return engine.evaluate(null, root, root, context, engine.parse(path));
  }

  private static TypeDetails check(
      FHIRPathEngine engine, View view, TypeDetails context, String path) throws Exception {
    var warnings = new ArrayList<FHIRPathEngine.IssueMessage>();
    TypeDetails found =
        engine.checkOnTypes(view, view.resource(), path, context, engine.parse(path), warnings);
    assertThat(warnings).extracting(FHIRPathEngine.IssueMessage::getMessage).as(path).isEmpty();
    return found;
  }

  private static String type(JsonNode column) {
    return column.get("type").asText();
  }

  private static List<String> paths(View view) {
    var paths = new ArrayList<String>(view.where());
    for (String key : List.of("path", "forEach")) {
      view.json().get("select").findValues(key).forEach(path -> paths.add(path.asText()));
    }
    return paths;
  }

  private static List<ExpressionNode> nodes(@Nullable ExpressionNode node) {
    var nodes = new ArrayList<ExpressionNode>();
    if (node != null) {
      nodes.add(node);
      nodes.addAll(nodes(node.getInner()));
      nodes.addAll(nodes(node.getGroup()));
      nodes.addAll(nodes(node.getOpNext()));
      if (node.getKind() == Kind.Function) {
        node.getParameters().forEach(parameter -> nodes.addAll(nodes(parameter)));
      }
    }
    return nodes;
  }

  private static IValidationSupport definitions() {
    var guide = new PrePopulatedValidationSupport(FHIR);
    GuideDefinitions.get().guide().resources().forEach(guide::addResource);
    return new ValidationSupportChain(guide, new DefaultProfileValidationSupport(FHIR));
  }

  private static FHIRPathEngine engine(View view) {
    var engine = new FHIRPathEngine(R4);
    engine.setHostServices(new ViewFunctions(view.constants()));
    return engine;
  }

  private static List<Resource> examples(String type) {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(type + "-"))
          .sorted()
          .map(ViewsTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource read(Path file) {
    try {
      return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
