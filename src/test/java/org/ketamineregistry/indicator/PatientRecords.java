package org.ketamineregistry.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.retrieve.RetrieveProvider;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Interval;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/**
 * The records of one patient in memory, as the CQL engine asks for them: by type, and by the codes
 * of one element.
 */
record PatientRecords(List<? extends Resource> records, TerminologyProvider valueSets)
    implements RetrieveProvider {

  @Override
  public Iterable<Object> retrieve(
      @Nullable String context,
      @Nullable String contextPath,
      @Nullable Object contextValue,
      String type,
      @Nullable String templateId,
      @Nullable String codePath,
      @Nullable Iterable<Code> codes,
      @Nullable String valueSet,
      @Nullable String datePath,
      @Nullable String dateLowPath,
      @Nullable String dateHighPath,
      @Nullable Interval dateRange) {
    if (datePath != null || dateRange != null) {
      throw new UnsupportedOperationException("The libraries of the guide filter dates themselves");
    }
    List<Code> wanted = wanted(codes, valueSet);
    return records.stream()
        .filter(record -> record.fhirType().equals(type))
        .filter(record -> codePath == null || isOneOf(record, codePath, wanted))
        .map(Object.class::cast)
        .toList();
  }

  private List<Code> wanted(@Nullable Iterable<Code> codes, @Nullable String valueSet) {
    var wanted = new ArrayList<Code>();
    if (codes != null) {
      codes.forEach(wanted::add);
    }
    if (valueSet != null) {
      valueSets.expand(new ValueSetInfo().withId(valueSet)).forEach(wanted::add);
    }
    return wanted;
  }

  private static boolean isOneOf(Resource record, String path, List<Code> wanted) {
    return record.getNamedProperty(path).getValues().stream()
        .flatMap(
            value ->
                value instanceof CodeableConcept concept
                    ? concept.getCoding().stream()
                    : Stream.of((Coding) value))
        .anyMatch(
            coding ->
                wanted.stream()
                    .anyMatch(
                        code ->
                            coding.getSystem().equals(code.getSystem())
                                && coding.getCode().equals(code.getCode())));
  }
}
