package org.ketamineregistry.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what: for each role, operation and resource type how far the permission goes. It is
 * data, {@code access/matrix.txt}; what stands nowhere is denied. A test walks every cell over
 * HTTP.
 */
public final class Matrix {
  private record Cell(Role role, Operation operation, String type) {}

  private final Map<Cell, Reach> cells = new HashMap<>();
  private final Map<String, List<String>> groups = new TreeMap<>();

  private Matrix(String text) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::take);
  }

  /**
   * Reads a matrix.
   *
   * @throws IllegalArgumentException where a line is none, or decides again what another decided
   */
  public static Matrix of(String text) {
    return new Matrix(text);
  }

  /** How far a role's permission goes; {@link Role#OPEN} may do everything. */
  public Reach reach(Role role, Operation operation, String type) {
    return role == Role.OPEN
        ? Reach.ALL
        : cells.getOrDefault(new Cell(role, operation, type), Reach.NONE);
  }

  /** Every type that some role may do something with. */
  public Set<String> types() {
    var types = new TreeSet<String>();
    cells.keySet().forEach(cell -> types.add(cell.type()));
    return types;
  }

  /** Every type that some role may write. */
  Set<String> written() {
    return cells.keySet().stream()
        .filter(
            cell -> cell.operation() == Operation.CREATE || cell.operation() == Operation.UPDATE)
        .map(Cell::type)
        .collect(Collectors.toSet());
  }

  private void take(String line) {
    if (line.startsWith("@")) {
      String[] group = line.split("=", 2);
      if (group.length != 2 || groups.put(group[0].strip(), list(group[1])) != null) {
        throw new IllegalArgumentException("Not a group of types, or one told twice: " + line);
      }
      return;
    }
    String[] parts = line.split("\\|");
    if (parts.length != 4) {
      throw new IllegalArgumentException("Not a line of the matrix: " + line);
    }
    Reach reach = Reach.valueOf(parts[3].strip().toUpperCase(Locale.ROOT));
    for (String role : list(parts[0])) {
      for (String operation : list(parts[1])) {
        for (String type : types(parts[2])) {
          allow(new Cell(role(role), operation(operation), type), reach);
        }
      }
    }
  }

  private void allow(Cell cell, Reach reach) {
    if (cells.put(cell, reach) != null) {
      throw new IllegalArgumentException("The matrix decides twice about " + cell);
    }
  }

  private List<String> types(String text) {
    return list(text).stream()
        .flatMap(name -> name.startsWith("@") ? group(name).stream() : Stream.of(name))
        .toList();
  }

  private List<String> group(String name) {
    List<String> group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("No group of types is called " + name);
    }
    return group;
  }

  private static Role role(String code) {
    return code.equals(Role.PUBLIC.code())
        ? Role.PUBLIC
        : Role.claimed(code)
            .orElseThrow(() -> new IllegalArgumentException("No role is called " + code));
  }

  private static Operation operation(String code) {
    return Operation.named(code)
        .orElseThrow(() -> new IllegalArgumentException("No operation is called " + code));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
