package org.ketamineregistry.indicator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.ValueSet;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.CodeSystemInfo;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/** The guide's value sets, which list their codes. */
final class EnumeratedValueSets implements TerminologyProvider {
  private final Map<String, List<Code>> codes =
      GuideDefinitions.get().guide().of(ValueSet.class).stream()
          .collect(Collectors.toMap(ValueSet::getUrl, EnumeratedValueSets::listed));

  @Override
  public boolean in(Code code, ValueSetInfo valueSet) {
    return StreamSupport.stream(expand(valueSet).spliterator(), false)
        .anyMatch(
            known ->
                known.getCode().equals(code.getCode())
                    && known.getSystem().equals(code.getSystem()));
  }

  @Override
  public Iterable<Code> expand(ValueSetInfo valueSet) {
    return Objects.requireNonNull(codes.get(valueSet.getId()), () -> "No " + valueSet.getId());
  }

  @Override
  public Code lookup(Code code, CodeSystemInfo system) {
    throw new UnsupportedOperationException("The libraries of the guide look nothing up");
  }

  private static List<Code> listed(ValueSet valueSet) {
    return valueSet.getCompose().getInclude().stream()
        .flatMap(
            include ->
                include.getConcept().stream()
                    .map(
                        concept ->
                            new Code().withSystem(include.getSystem()).withCode(concept.getCode())))
        .toList();
  }
}
