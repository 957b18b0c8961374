package org.ketamineregistry.adapter.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * What is wrong with an item. A place that several records are read from is wrong once, whatever it
 * is read with.
 */
public final class Findings {
  private record Finding(ErrorCode code, String text) {}

  private final Map<Finding, Set<String>> findings = new LinkedHashMap<>();

  public void add(ErrorCode code, List<String> origins, String text) {
    findings.computeIfAbsent(new Finding(code, text), one -> new LinkedHashSet<>()).addAll(origins);
  }

  public void add(List<String> origins, Unfit unfit) {
    add(unfit.code(), origins, unfit.wanted());
  }

  public void tell(Draft draft) {
    findings.forEach(
        (finding, origins) ->
            draft.fault(Fault.of(finding.code(), String.join(", ", origins), finding.text())));
  }
}
