package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.stream.Collectors;

/** How a report names items, by their numbers. */
public interface Naming {
  /** Rows of a table. */
  Naming ROWS =
      new Naming() {
        @Override
        public String told(List<Long> numbers, long count) {
          return (count == 1 ? "row " : "rows ") + plain(numbers);
        }

        @Override
        public String plain(List<Long> numbers) {
          return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }

        @Override
        public JsonNode json(long number) {
          return LongNode.valueOf(number);
        }
      };

  /**
   * In a sentence.
   *
   * @param numbers the first of them
   * @param count how many there are in all
   */
  String told(List<Long> numbers, long count);

  /** In a cell of a table. */
  String plain(List<Long> numbers);

  /** For programs. */
  JsonNode json(long number);
}
