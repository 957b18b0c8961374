package org.ketamineregistry.indicator;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import javax.xml.namespace.QName;
import kotlin.Pair;
import kotlin.Unit;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.hl7.elm.r1.NamedTypeSpecifier;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationFunctionRef;
import org.opencds.cqf.cql.engine.fhir.model.R4FhirModelResolver;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Interval;

/**
 * One library of the guide, evaluated by the CQL engine over the records of one patient and a
 * period of whole days.
 */
final class Cql {
  private static final String FHIR = "http://hl7.org/fhir";
  private static final String SYSTEM = "urn:hl7-org:elm-types:r1";
  private static final LibraryManager LIBRARIES = CqlFolder.manager();
  private static final R4FhirModelResolver MODEL =
      new R4FhirModelResolver(FhirContext.forR4Cached());
  private static final EnumeratedValueSets VALUE_SETS = new EnumeratedValueSets();

  private final String library;
  private final LocalDate first;
  private final LocalDate last;
  private final List<? extends Resource> records;

  /**
   * A library over the records of one patient.
   *
   * @param library the name of the library
   * @param first the first day of the measurement period
   * @param last its last day
   * @param records the patient and the patient's records
   */
  Cql(String library, LocalDate first, LocalDate last, List<? extends Resource> records) {
    this.library = library;
    this.first = first;
    this.last = last;
    this.records = records;
  }

  /** A library of which no expression asks for the measurement period. */
  Cql(String library, List<? extends Resource> records) {
    this(library, LocalDate.EPOCH, LocalDate.EPOCH, records);
  }

  /** What an expression is; absent for CQL's null. */
  @Nullable Object value(String expression) {
    return evaluate(new EvaluationExpressionRef(expression));
  }

  boolean truth(String expression) {
    return Boolean.TRUE.equals(value(expression));
  }

  /** The ids of the records that an expression lists. */
  List<String> ids(String expression) {
    Object list = Objects.requireNonNull(value(expression), expression);
    return StreamSupport.stream(((Iterable<?>) list).spliterator(), false)
        .map(Resource.class::cast)
        .map(Resource::getIdElement)
        .map(IdType::getIdPart)
        .sorted()
        .toList();
  }

  /** What a function of the library says of a record. */
  @Nullable Object of(String function, Resource unit) {
    return call(function, new QName(FHIR, unit.fhirType()), unit);
  }

  /** What a function says of a number: an {@code Integer} or a {@code Decimal}. */
  @Nullable Object ofNumber(String function, String type, BigDecimal number) {
    return call(
        function,
        new QName(SYSTEM, type),
        type.equals("Integer") ? number.intValueExact() : number);
  }

  /** What a function says of a text. */
  @Nullable Object ofText(String function, String text) {
    return call(function, new QName(SYSTEM, "String"), text);
  }

  private @Nullable Object call(String function, QName type, Object operand) {
    return evaluate(function(function, type, operand));
  }

  private static EvaluationExpressionRef function(String function, QName type, Object operand) {
    var specifier = new NamedTypeSpecifier();
    specifier.setName(type);
    return new EvaluationFunctionRef(function, List.of(specifier), List.of(operand));
  }

  /** A question to be put with others: the value of an expression. */
  static EvaluationExpressionRef asked(String expression) {
    return new EvaluationExpressionRef(expression);
  }

  /** A question to be put with others: what a function says of a record. */
  static EvaluationExpressionRef asked(String function, Resource unit) {
    return function(function, new QName(FHIR, unit.fhirType()), unit);
  }

  private @Nullable Object evaluate(EvaluationExpressionRef expression) {
    return values(List.of(expression)).apply(expression);
  }

  /**
   * The answers to all questions, in one run of the engine: what several are made of is evaluated
   * once.
   */
  Function<EvaluationExpressionRef, @Nullable Object> values(
      List<EvaluationExpressionRef> questions) {
    var data = new CompositeDataProvider(MODEL, new PatientRecords(records, VALUE_SETS));
    var engine =
        new CqlEngine(
            new Environment(LIBRARIES, Map.of(FHIR, data), VALUE_SETS),
            Set.of(CqlEngine.Options.EnableExpressionCaching));
    var result =
        engine
            .evaluate(
                wanted -> {
                  wanted.setContextParameter(new Pair<>("Patient", patient()));
                  wanted.setParameters(Map.of("Measurement Period", period()));
                  wanted.setEvaluationDateTime(last.atStartOfDay(ZoneOffset.UTC));
                  wanted.library(
                      library,
                      parts -> {
                        parts.expressions(questions.toArray(EvaluationExpressionRef[]::new));
                        return Unit.INSTANCE;
                      });
                  return Unit.INSTANCE;
                })
            .getOnlyResultOrThrow();
    return question -> result.get(question).getValue();
  }

  private String patient() {
    return records.stream()
        .filter(record -> record.fhirType().equals("Patient"))
        .map(record -> record.getIdElement().getIdPart())
        .findFirst()
        .orElseThrow();
  }

  private Interval period() {
    return new Interval(
        new DateTime(first.atStartOfDay().atOffset(ZoneOffset.UTC)),
        true,
        new DateTime(
            last.plusDays(1).atStartOfDay().minusNanos(1_000_000).atOffset(ZoneOffset.UTC)),
        true);
  }
}
