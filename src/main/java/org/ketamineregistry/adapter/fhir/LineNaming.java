package org.ketamineregistry.adapter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.Naming;

/**
 * Lines of files: an id of a resource would say who is meant.
 *
 * @param names of the files
 */
public record LineNaming(List<String> names) implements Naming {
  @Override
  public String told(List<Long> numbers, long count) {
    return plain(numbers);
  }

  @Override
  public String plain(List<Long> numbers) {
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    for (long number : numbers) {
      byFile
          .computeIfAbsent(file(number), name -> new java.util.ArrayList<>())
          .add(String.valueOf(number % Line.LINES));
    }
    return byFile.entrySet().stream()
        .map(
            one ->
                one.getKey()
                    + (one.getValue().size() == 1 ? " line " : " lines ")
                    + String.join(", ", one.getValue()))
        .collect(Collectors.joining("; "));
  }

  @Override
  public JsonNode json(long number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", file(number))
        .put("line", number % Line.LINES);
  }

  private String file(long number) {
    return names.get((int) (number / Line.LINES));
  }
}
